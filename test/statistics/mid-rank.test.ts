import fc from 'fast-check';
import { expect, test } from 'vitest';
import { midRank } from '../../src/statistics/mid-rank.ts';

const others = [
  { value: 1, n: 3 },
  { value: 2, n: 10 },
  { value: 2.5, n: 4 },
  { value: 3, n: 12 },
  { value: 4, n: 2 },
];

// Reference values: scipy 1.17.1, scipy.stats.percentileofscore(values, value, kind="mean") / 100.
test.each([
  [0, 0],
  [1, 0.04838709677419354],
  [2, 0.25806451612903225],
  [2.5, 0.48387096774193544],
  [3, 0.7419354838709676],
  [3.5, 0.9354838709677419],
  [4, 0.9677419354838709],
  [5, 1],
])('the position of %d agrees with scipy', (value, expected) => {
  expect(midRank(others, value)).toBeCloseTo(expected, 12);
});

test('among nobody there is no position', () => {
  expect(midRank([], 3)).toBeNull();
});

test('looked at from the other end, the position is the rest', () => {
  const aCount = fc.record({ value: fc.integer({ min: -5, max: 5 }), n: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(aCount, { minLength: 1 }), fc.integer({ min: -6, max: 6 }), (table, value) => {
      const turned = table.map((each) => ({ ...each, value: -each.value }));
      expect((midRank(table, value) ?? 0) + (midRank(turned, -value) ?? 0)).toBeCloseTo(1, 12);
    }),
  );
});
