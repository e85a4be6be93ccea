import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/statistics/quantile.ts';

const counts = [
  { value: 2.5, n: 4 },
  { value: 1, n: 3 },
  { value: 4, n: 2 },
  { value: 2, n: 10 },
  { value: 3, n: 12 },
];

// Reference values: numpy 2.4.6, numpy.quantile(values, share, method="inverted_cdf"), which is type 1 in R.
test.each([
  [0, 1],
  [0.1, 2],
  [0.25, 2],
  [0.5, 2.5],
  [0.75, 3],
  [0.9, 3],
  [1, 4],
])('the type-1 quantile at %d agrees with numpy', (share, expected) => {
  expect(quantile(counts, share)).toBe(expected);
});

test('a median between two values is the lower one: it is always a value that occurs', () => {
  const halves = [
    { value: 1, n: 5 },
    { value: 2, n: 5 },
  ];
  expect(quantile(halves, 0.5)).toBe(1);
  expect(quantile(halves, 0.75)).toBe(2);
});

test('a tenth of thirty is three, though 0.1 × 30 is a little more on a machine', () => {
  const thirty = [
    { value: 1, n: 3 },
    { value: 2, n: 27 },
  ];
  expect(quantile(thirty, 0.1)).toBe(1);
  expect(quantile(thirty, 0.11)).toBe(2);
});

test('nothing has no quantile', () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(quantile([{ value: 3, n: 0 }], 0.5)).toBeNull();
});

test('a count that is no whole number is refused', () => {
  expect(() => quantile([{ value: 1, n: 0.5 }], 0.5)).toThrow(/whole numbers/);
  expect(() => quantile([{ value: Number.NaN, n: 1 }], 0.5)).toThrow(/finite values/);
});

test('it is what sorting the values one by one gives', () => {
  const aCount = fc.record({ value: fc.integer({ min: 0, max: 6 }), n: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(aCount, { minLength: 1 }), fc.constantFrom(0.25, 0.5, 0.75), (table, share) => {
      const values = table.flatMap(({ value, n }) => Array.from({ length: n }, () => value)).sort();
      fc.pre(values.length > 0);
      expect(quantile(table, share)).toBe(values[Math.ceil(values.length * share) - 1]);
    }),
  );
});
