import type { AnswerSheet } from './answer-sheet.ts';

/** Those of a group who answered in a period (`places`), or who were movers into it (`moves`). */
export interface AnsweredSet {
  readonly about: 'places' | 'moves';
  readonly period: number;
  /** Numbers of organisations, ascending. */
  readonly members: readonly number[];
  /** The same, a bit each. */
  readonly bits: Uint32Array;
}

/** The set of a group's members. */
export function answeredSet(
  sheet: AnswerSheet,
  about: AnsweredSet['about'],
  period: number,
  group: readonly number[],
): AnsweredSet {
  const bits = new Uint32Array(Math.ceil(sheet.many / 32));
  const members = group.filter((organisation) => {
    const slot = organisation * sheet.periods + period;
    return about === 'places' ? (sheet.place[slot] ?? -1) >= 0 : sheet.mover[slot] === 1;
  });
  for (const member of members) bits[member >>> 5] = (bits[member >>> 5] ?? 0) | (1 << (member & 31));
  return { about, period, members, bits };
}

/** Whether an organisation is in a set. */
export function isIn({ bits }: AnsweredSet, organisation: number): boolean {
  return (((bits[organisation >>> 5] ?? 0) >>> (organisation & 31)) & 1) === 1;
}

/** How many organisations are in one of two sets and not in the other, and not the one left aside. */
export function differenceOf(a: AnsweredSet, b: AnsweredSet, aside: number | null = null): number {
  let many = 0;
  for (let index = 0; index < a.bits.length; index++)
    many += onesOf((a.bits[index] ?? 0) ^ (b.bits[index] ?? 0));
  return many - (aside !== null && isIn(a, aside) !== isIn(b, aside) ? 1 : 0);
}

function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
