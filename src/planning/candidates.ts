import { type ScoredAdvice, scoredAdvice } from '../model/advice.ts';
import type { PlanningInput } from './planning-input.ts';

/** A scored objective as a plan sees it. */
export interface Candidate {
  readonly objective: number;
  readonly advice: ScoredAdvice;
  readonly achieved: number;
  readonly weight: number;
  /** A minimum or a lock above its score was asked for. */
  readonly asked: boolean;
  /** The highest level that advice and weight leave, whatever is demanded; the score where no step counts. */
  readonly highest: number;
  /** What going from the score to a level adds to the gain. */
  readonly gainOf: (level: number) => number;
}

/**
 * The scored objectives, in order of number. Steps count for those that the advice finishes, advances or leaves open,
 * from the score to the ceiling; for those that it holds, and those of weight 0, only where the request asks for a
 * rise. A level up to the advised target is worth what the rules say of a suggested one, a higher one what they say
 * of an open one, times the weight: that of the objective, else of its section, else 1.
 */
export function candidates({ advice, rules, request }: PlanningInput): readonly Candidate[] {
  const { weights = {}, minimums = [], locks = [] } = request;
  const bySection = new Map((weights.sections ?? []).map(({ section, weight }) => [section, weight]));
  const own = new Map((weights.objectives ?? []).map(({ objective, weight }) => [objective, weight]));
  const demands = [...minimums, ...locks];
  return scoredAdvice(advice)
    .map((each): Candidate => {
      const { objective, section, score, ceiling, target } = each;
      const weight = own.get(objective) ?? bySection.get(section) ?? 1;
      const { achieved } = score;
      const asked = demands.some((demand) => demand.objective === objective && demand.level > achieved);
      const counts = asked || (weight > 0 && target.stance !== 'hold');
      const gainOf = (level: number) => {
        const suggested = Math.max(0, Math.min(level, target.level) - achieved);
        return (
          weight * (suggested * rules.worth.suggested + (level - achieved - suggested) * rules.worth.open)
        );
      };
      const highest = counts ? ceiling.level : achieved;
      return { objective, advice: each, achieved, weight, asked, highest, gainOf };
    })
    .sort((a, b) => a.objective - b.objective);
}
