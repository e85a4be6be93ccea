import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import type { EstimatedShare } from '../../model/comparison.ts';
import type { Framework } from '../../model/framework.ts';
import type { Uptake } from '../../model/uptake.ts';
import { estimatedShare } from './estimated-share.ts';
import type { ObjectiveMoves, UptakeInput } from './uptake.ts';

/** How many scores of others reached the next level, from one level over all objectives or from any in one section. */
export interface PooledUptake {
  readonly by: 'step' | 'section';
  /** The level that they stood at; null for a section. */
  readonly from: number | null;
  /** The id of the section; null for a step. */
  readonly section: string | null;
  /** Null where fewer could move than the pack asks. */
  readonly reached: EstimatedShare | null;
  readonly band: Uptake['band'];
  /** Objectives of this part of which no move of another is told: nothing of them is in the share. */
  readonly leftOut: number;
}

/**
 * Uptake by level step over all objectives, lowest level first, then by section over all levels but the top one, in
 * order of the framework. Only what is given of each objective is pooled, and the own moves are taken away. Moves of one
 * organisation hang together: they count as those of as many as moved on one objective at most.
 */
export function pooledUptake({
  framework,
  rules,
  moves,
}: Pick<UptakeInput, 'framework' | 'rules' | 'moves'>): readonly PooledUptake[] {
  const levels = framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const steps = levels.slice(0, -1);
  const pool = (objectives: readonly number[], from: readonly number[]) =>
    pooled(
      objectives.flatMap((number) => moves.find(({ objective }) => objective === number) ?? []),
      from,
      rules,
    );
  return [
    ...steps.map((from) => ({
      by: 'step' as const,
      from,
      section: null,
      ...pool(numbersIn(framework, null), [from]),
    })),
    ...framework.sections.map(({ id }) => ({
      by: 'section' as const,
      from: null,
      section: id,
      ...pool(numbersIn(framework, id), steps),
    })),
  ];
}

function numbersIn({ objectives }: Framework, section: string | null): readonly number[] {
  return objectives
    .filter((each) => section === null || each.section === section)
    .map(({ number }) => number);
}

function pooled(
  moves: readonly ObjectiveMoves[],
  from: readonly number[],
  { uptake }: BenchmarkRules,
): Pick<PooledUptake, 'reached' | 'band' | 'leftOut'> {
  const tallies = moves.map(({ release, own }) => {
    const steps = release.give === 'counts' ? release.steps.filter((step) => from.includes(step.from)) : [];
    const mine = own !== null && steps.some((step) => step.from === own.from) ? own : null;
    const sum = (of: (step: (typeof steps)[number]) => number) =>
      steps.reduce((all, step) => all + of(step), 0);
    return {
      n: sum(({ n }) => n) - (mine === null ? 0 : 1),
      reached: sum(({ reached }) => reached) - (mine?.reached === true ? 1 : 0),
    };
  });
  const n = tallies.reduce((all, each) => all + each.n, 0);
  const count = tallies.reduce((all, each) => all + each.reached, 0);
  const trials = Math.max(0, ...tallies.map((each) => each.n));
  const reached = n < uptake.fewest ? null : estimatedShare(count, n, trials);
  const atLeast = (percent: number) => count * 100 >= percent * n;
  return {
    reached,
    band:
      reached === null
        ? null
        : atLeast(uptake.typical)
          ? 'typical'
          : atLeast(uptake.stretch)
            ? 'stretch'
            : 'rare',
    leftOut: tallies.filter((each) => each.n === 0).length,
  };
}
