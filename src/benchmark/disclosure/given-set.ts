import type { AnsweredSet } from './answered-set.ts';

/** How many of a set may be elsewhere where nearly all are at one level. */
export const fewElsewhere = 2;

/** The fewest movers from a level that are told apart: ten, and the viewer, who may be one of them. */
export const fewestFrom = 11;

/** A set whose figure is given: by count, or as a level at which all or all but one or two are. */
export interface GivenSet {
  readonly set: AnsweredSet;
  /** Of movers: how many there are from each level; null for places. */
  readonly fromLevel: ReadonlyMap<number, number> | null;
  /** Null where counts are given. */
  readonly nearlyAll: { readonly achieved: number; readonly n: number } | null;
}

/** The periods whose answers a figure is about. */
export function periodsOf({ set }: GivenSet): readonly number[] {
  return set.about === 'moves' ? [set.period - 1, set.period] : [set.period];
}
