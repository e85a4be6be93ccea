import type { AnswerSheet } from './answer-sheet.ts';
import { fewestFrom, type GivenSet, periodsOf } from './given-set.ts';
import { moveOf } from './move-of.ts';

/**
 * What an answer adds to the given figures at each place, as sums of one random-looking number for each figure: equal
 * sums say where to look for an exchange, and prove nothing.
 */
export interface Traces {
  /** Adds a figure, or (-1) takes it away. */
  readonly put: (one: GivenSet, number: number, by: 1 | -1) => void;
  /** What changes in the counts of places if the answer in a slot goes from one place to another. */
  readonly places: (slot: number, from: number, to: number) => number;
  /** What changes in the counts of moves. */
  readonly moves: (slot: number, from: number, to: number) => number;
}

/** Sums are kept within 40 bits, so that sums of a few are whole numbers. */
const modulus = 2 ** 40;

/** The least number that is the same modulo what sums are kept within. */
export function wrapped(sum: number): number {
  return ((sum % modulus) + modulus) % modulus;
}

/** The traces on a sheet, to begin with of no figure. */
export function traces(sheet: AnswerSheet): Traces {
  const wide = sheet.places.length;
  const sums = {
    places: new Float64Array(sheet.place.length * wide),
    moves: new Float64Array(sheet.place.length * wide),
  };
  const change = (kind: keyof typeof sums) => (slot: number, from: number, to: number) =>
    wrapped((sums[kind][slot * wide + to] ?? 0) - (sums[kind][slot * wide + from] ?? 0));
  return {
    put: (one, number, by) => {
      if (one.nearlyAll !== null) return;
      const { about } = one.set;
      for (const organisation of one.set.members)
        for (const period of periodsOf(one))
          for (let place = 0; place < wide; place++) {
            const slot = organisation * sheet.periods + period;
            const outcome = about === 'places' ? place : outcomeOf(sheet, one, slot, period, place);
            if (outcome === null) continue;
            const at = slot * wide + place;
            sums[about][at] = wrapped((sums[about][at] ?? 0) + by * mixed(number, outcome));
          }
    },
    places: change('places'),
    moves: change('moves'),
  };
}

function outcomeOf(
  sheet: AnswerSheet,
  { set, fromLevel }: GivenSet,
  slot: number,
  period: number,
  place: number,
): number | null {
  const { from, reached } =
    set.period === period
      ? moveOf(sheet, sheet.place[slot - 1] ?? -1, place)
      : moveOf(sheet, place, sheet.place[slot + 1] ?? -1);
  return (fromLevel?.get(from) ?? 0) < fewestFrom ? null : 2 * from + (reached ? 1 : 0);
}

/** A random-looking number of 40 bits for two whole numbers. */
export function mixed(one: number, other: number): number {
  let mix = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x165667b1, 0xc2b2ae35);
  mix = Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d);
  mix = Math.imul(mix ^ (mix >>> 12), 0x297a2d39);
  const more = Math.imul(mix ^ (mix >>> 15), 0x27d4eb2f) ^ Math.imul(one, 0x9e3779b1);
  return ((mix ^ (mix >>> 15)) >>> 0) * 256 + (more >>> 24);
}
