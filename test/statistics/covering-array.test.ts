import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices, coveringArray } from '../../src/statistics/covering-array.ts';
import { everyRow } from './every-row.ts';

/** The combinations of values of any so many factors that stand in no row: factors and values. */
function missing(rows: readonly (readonly number[])[], sizes: readonly number[], strength: number) {
  return choices(sizes.length, strength).flatMap((factors) => {
    const seen = new Set(rows.map((row) => factors.map((factor) => row[factor]).join(' ')));
    return everyRow(factors.map((factor) => sizes[factor] ?? 0))
      .filter((values) => !seen.has(values.join(' ')))
      .map((values) => ({ factors, values }));
  });
}

describe('a covering array', () => {
  it.each([
    [[2, 2, 2, 2], 2, 6],
    [[3, 3, 3, 3], 2, 12],
    [[9, 2, 5, 4, 4, 4, 11, 11, 11], 2, 150],
    [[9, 10, 2, 5, 4, 4], 3, 500],
    [[2, 7, 1, 3, 5, 2], 3, 140],
    [[3, 2, 3, 2, 3], 4, 100],
    [[4, 1, 6], 1, 6],
  ])('of sizes %j and strength %i has every combination, in at most %i rows', (sizes, strength, most) => {
    const rows = coveringArray(sizes, strength);
    expect(missing(rows, sizes, strength)).toEqual([]);
    expect(rows.length).toBeLessThanOrEqual(most);
    for (const row of rows) {
      expect(row).toHaveLength(sizes.length);
      for (const [factor, value] of row.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(sizes[factor] ?? 0);
      }
    }
  });

  it('of any sizes has every combination, and is the same each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 7 }),
        fc.constantFrom(1, 2, 3),
        (sizes, strength) => {
          const rows = coveringArray(sizes, strength);
          expect(missing(rows, sizes, Math.min(strength, sizes.length))).toEqual([]);
          expect(coveringArray([...sizes], strength)).toEqual(rows);
        },
      ),
      { seed: 2018, numRuns: 100 },
    );
  });

  it('is every row where there are no more factors than the strength', () => {
    expect(coveringArray([2, 3], 3).toSorted()).toEqual(everyRow([2, 3]));
    expect(coveringArray([], 2)).toEqual([[]]);
  });

  it('misses a combination as soon as a needed row is taken out', () => {
    const rows = coveringArray([4, 4], 2);
    expect(missing(rows.slice(1), [4, 4], 2)).toEqual([{ factors: [0, 1], values: rows[0] }]);
  });

  it('refuses sizes and strengths that cannot be', () => {
    for (const [sizes, strength] of [
      [[2, 0], 2],
      [[2, 1.5], 2],
      [[2], 0],
    ] as const)
      expect(() => coveringArray(sizes, strength)).toThrow(RangeError);
  });
});
