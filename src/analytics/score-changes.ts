import type { Framework, Objective } from '../model/framework.ts';
import type { EarlierFramework, ScoreChange } from '../model/trends.ts';
import type { FramePair } from './frame.ts';
import type { TrendPeriod, TrendRow } from './trend-input.ts';

/** A change between two scores. */
export type ComparedChange = Exclude<ScoreChange, { readonly kind: 'not-comparable' }>;

/**
 * What became of each objective of the framework between two periods, in the framework's order; one that is not
 * scored in both is not comparable, and says why.
 * @param pairs the objectives that are scored in both
 * @param earlierFrameworks which objectives have no predecessor in a period that was scored with another framework
 */
export function scoreChanges(
  framework: Framework,
  from: TrendPeriod,
  to: TrendPeriod,
  pairs: readonly FramePair[],
  earlierFrameworks: readonly EarlierFramework[] = [],
): readonly ScoreChange[] {
  const pairOf = new Map(pairs.map((pair) => [pair.from.objective, pair]));
  const earlier = new Map(from.rows.map((row) => [row.objective, row]));
  const later = new Map(to.rows.map((row) => [row.objective, row]));
  return framework.objectives.map((objective) => {
    const pair = pairOf.get(objective.number);
    if (pair !== undefined) return compared(objective, pair);
    const before = earlier.get(objective.number);
    const after = later.get(objective.number);
    return {
      ...named(objective),
      kind: 'not-comparable',
      from: before?.score?.label ?? null,
      to: after?.score?.label ?? null,
      reason: [from.period, to.period]
        .map(
          (period, at) =>
            withoutPredecessor(objective, period, earlierFrameworks) ??
            whyNot(at === 0 ? before : after, period),
        )
        .filter((why, at, all) => why !== null && all.indexOf(why) === at)
        .join(', '),
    };
  });
}

function compared(objective: Objective, { from, to }: FramePair): ComparedChange {
  const levels = to.midpoint - from.midpoint;
  return {
    ...named(objective),
    kind: levels > 0 ? 'higher' : levels < 0 ? 'lower' : 'same',
    from: from.label,
    to: to.label,
    fromMidpoint: from.midpoint,
    toMidpoint: to.midpoint,
    levels,
    halfStep: Math.abs(levels) === 0.5,
    fromAgreedStandard: from.agreedStandard,
  };
}

function named({ number, name, section }: Objective) {
  return { objective: number, name, section };
}

function withoutPredecessor(
  { number }: Objective,
  period: string,
  earlier: readonly EarlierFramework[],
): string | null {
  const scoredWith = earlier.find(({ periods }) => periods.includes(period));
  const lacks = scoredWith?.without.some(({ objective }) => objective === number) === true;
  return lacks ? `no predecessor in ${scoredWith.name}` : null;
}

function whyNot(row: TrendRow | undefined, period: string): string | null {
  if (row === undefined) return `not in the assessment for ${period}`;
  if (row.state === 'scored') return null;
  return `${row.state === 'not-applicable' ? 'not applicable' : 'not scored'} in ${period}`;
}
