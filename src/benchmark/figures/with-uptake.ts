import type { Advice } from '../../model/advice.ts';
import type { UptakeOf } from './uptake.ts';

/**
 * Advice that says beside each target above the score, and each open level, how often others reached it. A target to
 * hold, and one more than a level above the score, gets nothing.
 */
export function withUptake(advice: Advice, uptake: UptakeOf): Advice {
  return {
    ...advice,
    objectives: advice.objectives.map((one) => {
      if (one.state !== 'scored') return one;
      const { level, openLevel } = one.target;
      const aimed = level > one.score.achieved ? level : openLevel;
      const found = aimed === one.score.achieved + 1 ? uptake(one.objective, one.score.achieved) : null;
      return found === null ? one : { ...one, target: { ...one.target, uptake: found } };
    }),
  };
}
