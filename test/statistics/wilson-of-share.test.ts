import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { wilsonOfShare } from '../../src/statistics/wilson-of-share.ts';

// Reference value: scipy 1.17.1, scipy.stats.binomtest(4, 31).proportion_ci(method="wilson").
test('the interval for 4/31 in 31 trials agrees with scipy', () => {
  const { low, high } = wilsonOfShare(4 / 31, 31) ?? { low: Number.NaN, high: Number.NaN };
  expect(low).toBeCloseTo(0.05134284374629147, 12);
  expect(high).toBeCloseTo(0.2885240625630642, 12);
});

test('no trials have no interval, and what is no share is refused', () => {
  expect(wilsonOfShare(0.5, 0)).toBeNull();
  expect(() => wilsonOfShare(1.1, 10)).toThrow(/from 0 to 1/);
  expect(() => wilsonOfShare(Number.NaN, 10)).toThrow(/from 0 to 1/);
});

test('fewer trials never narrow it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.nat(400),
      fc.integer({ min: 1, max: 99 }),
      (n, k, percent) => {
        const count = k % (n + 1);
        const width = (interval: { low: number; high: number } | null) =>
          interval === null ? Number.NaN : interval.high - interval.low;
        const fewer = wilsonOfShare(count / n, (n * percent) / 100);
        expect(width(fewer)).toBeGreaterThanOrEqual(width(wilsonInterval(count, n)) - 1e-12);
      },
    ),
  );
});
