import type { Unlock } from '../../src/model/unlock.ts';
import type { Pack } from '../../src/pack/pack.ts';

/** An answer as text to compare: what is first, each circumstance, each capped objective. */
export function unlockTable({ bestOne, bestTwo, ...answer }: Unlock, { framework }: Pack): string {
  const choice = (best: typeof bestOne) =>
    best === null
      ? 'none'
      : `${best.factors.join(' + ')}: #${best.objectives.join(' #')}, ${best.levels} levels; as many: ${best.equal.map((each) => each.join(' + ')).join(', ') || 'none'}`;
  return [
    `${framework.id} ${answer.period} from ${answer.basedOn}: ${answer.n} scored, ${answer.capped} capped, ${answer.liftable} would rise`,
    `best one: ${choice(bestOne)}`,
    `best two: ${choice(bestTwo)}`,
    '',
    ...answer.circumstances.map(
      ({ factor, state, raises, levels, together, notEnough }) =>
        `${factor} (${state}): ${raises.map(({ objective, from, ceiling, target }) => `#${objective} ${from}-${ceiling} target ${target.level} ${target.stance}`).join(', ') || 'nothing'}; levels ${levels}; together ${together.join(' ') || '-'}; not enough ${notEnough.join(' ') || '-'}`,
    ),
    ...answer.objectives.flatMap(({ objective, name, score, ceiling, control, because, askAgain }) => [
      '',
      `#${objective} ${name}: ${score}, ceiling ${ceiling} (${control})`,
      because,
      ...askAgain.map(
        ({ cause, level, evidence }) =>
          `  ${cause} at ${level}: ${evidence.map(({ quote }) => quote).join(' | ')}`,
      ),
    ]),
    '',
  ].join('\n');
}
