import type { Link } from '../model/link.ts';
import { paidDays, totalDays } from './bundle.ts';
import type { Candidate } from './candidates.ts';
import type { PlanDemand } from './demands.ts';
import type { DaysOf } from './step-days.ts';

/** What demands are tested against: what cannot be given up. */
export interface Setting {
  readonly byNumber: ReadonlyMap<number, Candidate>;
  readonly links: readonly Link[];
  readonly sharing: readonly (readonly number[])[];
  readonly daysOf: DaysOf;
}

/** The least that demands ask for, or the objective that cannot do what they ask. */
export type LeastPlan =
  | { readonly possible: true; readonly days: number }
  | {
      readonly possible: false;
      readonly objective: number;
      readonly needed: number;
      readonly highest: number;
      /** The objective that waits on it, where that is why it has to rise. */
      readonly for: number | null;
    };

/**
 * The lowest levels that meet demands, by way of what waits on what: an objective that has to rise takes those with it
 * that it waits on and that have not achieved its level. Whatever else meets the demands is at least as high
 * everywhere and takes at least as many days. The demand on days is not looked at.
 */
export function leastPlan(
  { byNumber, links, sharing, daysOf }: Setting,
  demands: readonly PlanDemand[],
): LeastPlan {
  const needed = new Map<number, number>();
  const because = new Map<number, number | null>();
  const need = (objective: number, level: number, by: number | null) => {
    if (level <= (needed.get(objective) ?? Number.NEGATIVE_INFINITY)) return;
    needed.set(objective, level);
    because.set(objective, by);
    const candidate = byNumber.get(objective);
    if (candidate === undefined || level <= candidate.achieved) return;
    for (const on of waitedOn(links, objective)) {
      const other = byNumber.get(on);
      if (other !== undefined && other.achieved < level) need(on, other.achieved + 1, objective);
    }
  };
  for (const demand of demands)
    if (demand.kind === 'minimum' || demand.kind === 'lock') need(demand.objective, demand.level, null);
  for (const [objective, level] of [...needed].sort(([a], [b]) => a - b)) {
    const highest = highestLevel(byNumber.get(objective), objective, demands);
    const lowest = Math.max(level, byNumber.get(objective)?.achieved ?? level);
    if (lowest > highest)
      return { possible: false, objective, needed: lowest, highest, for: because.get(objective) ?? null };
  }
  const rises = new Map(
    [...needed].filter(([objective, level]) => level > (byNumber.get(objective)?.achieved ?? level)),
  );
  return { possible: true, days: totalDays(paidDays(rises, byNumber, sharing, daysOf)) };
}

/** The numbers of the objectives that one waits on, in order, each once. */
export function waitedOn(links: readonly Link[], objective: number): readonly number[] {
  const on = links.flatMap(({ kind, objectives, with: others }) =>
    kind === 'waits-on' && objectives.includes(objective) ? others : [],
  );
  return [...new Set(on)].sort((a, b) => a - b);
}

/** The highest level that advice and demands leave an objective; below every level for one that is not scored. */
function highestLevel(
  candidate: Candidate | undefined,
  objective: number,
  demands: readonly PlanDemand[],
): number {
  if (candidate === undefined) return Number.NEGATIVE_INFINITY;
  const limits = demands.flatMap((demand) => {
    if (demand.kind === 'levels-a-year') return [candidate.achieved + demand.levels];
    return demand.kind === 'lock' && demand.objective === objective ? [demand.level] : [];
  });
  return Math.min(candidate.highest, ...limits);
}
