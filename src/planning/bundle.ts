import type { Candidate } from './candidates.ts';
import type { DaysOf } from './step-days.ts';

/** What rises, and to which level. */
export type Rises = ReadonlyMap<number, number>;

/** Officer-days that a rise pays itself, and with which objective those of its first step stand, if with another. */
export interface Paid {
  readonly days: number;
  readonly paidWith: number | null;
}

/**
 * What each rise pays. Where objectives that share an action rise together, their first steps are that one action: its
 * days, the most that any of them takes, are paid once, by the first in order of number that takes so many; further
 * steps are paid for each.
 * @param sharing groups of objectives that share an action
 */
export function paidDays(
  rises: Rises,
  byNumber: ReadonlyMap<number, Candidate>,
  sharing: readonly (readonly number[])[],
  daysOf: DaysOf,
): ReadonlyMap<number, Paid> {
  const firstStep = (objective: number) => daysOf(objective, (byNumber.get(objective)?.achieved ?? 0) + 1);
  const payerOf = new Map<number, number>();
  for (const group of sharing) {
    const rising = group.filter((objective) => rises.has(objective));
    const most = Math.max(...rising.map(firstStep));
    const payer = rising.find((objective) => firstStep(objective) === most);
    for (const objective of rising) payerOf.set(objective, payer ?? objective);
  }
  const paid = [...rises].map(([objective, level]): readonly [number, Paid] => {
    const payer = payerOf.get(objective) ?? objective;
    const further = furtherDays(objective, (byNumber.get(objective)?.achieved ?? 0) + 1, level, daysOf);
    const own = payer === objective;
    return [objective, { days: further + (own ? firstStep(objective) : 0), paidWith: own ? null : payer }];
  });
  return new Map(paid);
}

/** Officer-days of the steps of an objective above a level, up to another. */
export function furtherDays(objective: number, above: number, level: number, daysOf: DaysOf): number {
  let days = 0;
  for (let step = above + 1; step <= level; step++) days += daysOf(objective, step);
  return days;
}

/** All days of rises together, shared actions paid once. */
export function totalDays(paid: ReadonlyMap<number, Paid>): number {
  return [...paid.values()].reduce((sum, { days }) => sum + days, 0);
}
