import type { AnswerSheet } from './answer-sheet.ts';
import { fewestFrom, type GivenSet } from './given-set.ts';

/**
 * What answers add to the given figures, as sums of one random-looking number for each figure: equal sums say where to
 * look for an exchange, and prove nothing. The numbers have 40 bits, so that thousands of them add up exactly.
 */
export interface Traces {
  /** Adds a figure, or (-1) takes it away. */
  readonly put: (one: GivenSet, number: number, by: 1 | -1) => void;
  /** What changes in the counts of places if an organisation has other places from a period on. */
  readonly places: (organisation: number, first: number, record: readonly number[]) => number;
  /** What changes in the counts of moves. */
  readonly moves: (organisation: number, first: number, record: readonly number[]) => number;
}

/** The traces on a sheet, to begin with of no figure. */
export function traces(sheet: AnswerSheet): Traces {
  const { periods } = sheet;
  const wide = sheet.places.length;
  const levels = [...new Set(sheet.places.map(({ achieved }) => achieved))].sort((a, b) => a - b);
  const levelAt = sheet.places.map(({ achieved }) => levels.indexOf(achieved));
  const placed = new Float64Array(sheet.place.length * wide);
  const moved = new Float64Array(sheet.place.length * levels.length * 2);
  const movedAt = (slot: number, before: number, after: number) => {
    if (before < 0 || after < 0) return 0;
    const from = levelAt[before] ?? 0;
    const reached = (levelAt[after] ?? 0) > from ? 1 : 0;
    return moved[(slot * levels.length + from) * 2 + reached] ?? 0;
  };
  return {
    put: ({ set, fromLevel, nearlyAll }, number, by) => {
      if (nearlyAll !== null) return;
      for (const organisation of set.members) {
        const slot = organisation * periods + set.period;
        for (let place = 0; fromLevel === null && place < wide; place++) {
          const at = slot * wide + place;
          placed[at] = (placed[at] ?? 0) + by * mixed(number, place);
        }
        for (const [level, n] of fromLevel ?? [])
          for (const reached of n < fewestFrom ? [] : [0, 1]) {
            const at = (slot * levels.length + levels.indexOf(level)) * 2 + reached;
            moved[at] = (moved[at] ?? 0) + by * mixed(number, 2 * level + reached);
          }
      }
    },
    places: (organisation, first, record) => {
      let sum = 0;
      for (let index = 0; index < record.length; index++) {
        const place = record[index] ?? -1;
        const slot = organisation * periods + first + index;
        sum += (placed[slot * wide + place] ?? 0) - (placed[slot * wide + (sheet.place[slot] ?? -1)] ?? 0);
      }
      return sum;
    },
    moves: (organisation, first, record) => {
      let sum = 0;
      const last = first + record.length - 1;
      for (let period = Math.max(1, first); period <= Math.min(periods - 1, last + 1); period++) {
        const slot = organisation * periods + period;
        const [before, after] = [sheet.place[slot - 1] ?? -1, sheet.place[slot] ?? -1];
        const [was, is] = [record[period - 1 - first] ?? before, record[period - first] ?? after];
        sum += movedAt(slot, was, is) - movedAt(slot, before, after);
      }
      return sum;
    },
  };
}

/** A random-looking number of 40 bits for two whole numbers. */
export function mixed(one: number, other: number): number {
  let mix = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x165667b1, 0xc2b2ae35);
  mix = Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d);
  mix = Math.imul(mix ^ (mix >>> 12), 0x297a2d39);
  const more = Math.imul(mix ^ (mix >>> 15), 0x27d4eb2f) ^ Math.imul(one, 0x9e3779b1);
  return ((mix ^ (mix >>> 15)) >>> 0) * 256 + (more >>> 24);
}
