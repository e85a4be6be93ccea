import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

const z99 = 2.5758293035489004;

// Reference values: scipy 1.17.1, scipy.stats.binomtest(count, n).proportion_ci(confidence, method="wilson").
test.each([
  [0, 10, undefined, 0, 0.27753279986288926],
  [10, 10, undefined, 0.7224672001371109, 1],
  [1, 10, undefined, 0.017876213095072896, 0.4041500267952385],
  [50, 59, undefined, 0.7348201621622644, 0.9176153600140352],
  [24, 59, undefined, 0.2908903358719277, 0.534065987446626],
  [24, 59, z99, 0.2597348114091311, 0.5726714150093188],
  [0, 1, z99, 0, 0.8690224567198142],
])('the interval for %d of %d agrees with scipy', (count, n, z, low, high) => {
  const found = wilsonInterval(count, n, z);
  expect(found?.low).toBeCloseTo(low, 12);
  expect(found?.high).toBeCloseTo(high, 12);
});

test('nothing out of nothing has no interval', () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

test('an interval holds its share and stays from 0 to 1', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (count, rest) => {
      fc.pre(count + rest > 0);
      const n = count + rest;
      const { low, high } = wilsonInterval(count, n) ?? { low: Number.NaN, high: Number.NaN };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(count / n);
      expect(high).toBeGreaterThanOrEqual(count / n);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});
