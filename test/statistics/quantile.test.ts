import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/statistics/quantile.ts';

const scores = [2, 2, 2.5, 3, 3, 3, 3, 4, 4, 5];

// Reference values: numpy 2.4.6, numpy.quantile(method="inverted_cdf"), which is type 1 in R.
test.each([
  [scores, 0, 2],
  [scores, 0.1, 2],
  [scores, 0.25, 2.5],
  [scores, 0.3, 2.5],
  [scores, 0.5, 3],
  [scores, 0.75, 4],
  [scores, 0.9, 4],
  [scores, 1, 5],
  [[7, 1, 3], 0.2, 1],
  [[7, 1, 3], 1 / 3, 1],
  [[7, 1, 3], 0.34, 3],
  [[7, 1, 3], 0.5, 3],
  [[7, 1, 3], 2 / 3, 3],
  [[7, 1, 3], 0.7, 7],
])('of %j the quantile at %d agrees with numpy', (values, p, expected) => {
  expect(quantile(values, p)).toBe(expected);
});

test('a share that is whole but for rounding counts as whole, as in R', () => {
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1 + 0.2)).toBe(3);
});

test('no values have no quantile', () => {
  expect(quantile([], 0.5)).toBeNull();
});

test.each([-0.1, 1.1, Number.NaN])('a share of %d is refused', (p) => {
  expect(() => quantile([1], p)).toThrow(/from 0 to 1/);
});

test('at least the share p of the values lie at or below the quantile, and fewer below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const found = quantile(values, percent / 100) ?? Number.NaN;
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length * 100).toBeGreaterThanOrEqual(
          values.length * percent,
        );
        expect(values.filter((value) => value < found).length * 100).toBeLessThan(values.length * percent);
      },
    ),
  );
});
