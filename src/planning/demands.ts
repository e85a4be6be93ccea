import { countedNoun } from '../model/counted-noun.ts';
import type { PlanningInput } from './planning-input.ts';

/** Something that a request asks of a plan and that can be given up. */
export type PlanDemand =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'levels-a-year'; readonly levels: number }
  | LevelDemand;

/** A level that a request asks of one objective: at least, or exactly. */
export interface LevelDemand {
  readonly kind: 'minimum' | 'lock';
  readonly objective: number;
  readonly level: number;
}

/** The levels that a request and the rules let one objective rise by. */
export function levelsAYear({ rules, request }: PlanningInput): number {
  return request.levelsAYear ?? rules.levelsAYear;
}

/** The minimums and locks of a request, each once, in order of objective, level and kind. */
export function levelDemands({ request }: PlanningInput): readonly LevelDemand[] {
  const { minimums = [], locks = [] } = request;
  const all = [
    ...locks.map((each): LevelDemand => ({ kind: 'lock', ...each })),
    ...minimums.map((each): LevelDemand => ({ kind: 'minimum', ...each })),
  ];
  const distinct = new Map(
    all.map((each) => [`${each.kind} ${each.objective} ${each.level}`, each] as const),
  );
  return [...distinct.values()].sort(
    (a, b) => a.objective - b.objective || a.level - b.level || (a.kind < b.kind ? -1 : 1),
  );
}

/** A demand in plain words: "objective 4 at level 3 or above", "60 officer-days". */
export function describeDemand(demand: PlanDemand): string {
  switch (demand.kind) {
    case 'days':
      return `${countedNoun(demand.days, 'officer-day')} in all`;
    case 'levels-a-year':
      return `at most ${countedNoun(demand.levels, 'level')} a year`;
    case 'minimum':
      return `objective ${demand.objective} at level ${demand.level} or above`;
    case 'lock':
      return `objective ${demand.objective} at level ${demand.level}`;
  }
}
