import fc from 'fast-check';
import { expect, test } from 'vitest';
import { share } from '../../src/statistics/share.ts';

test('a share comes with its count and what it is out of', () => {
  expect(share(50, 59)).toEqual({ count: 50, n: 59, share: 50 / 59 });
  expect(share(0, 59)).toEqual({ count: 0, n: 59, share: 0 });
});

test('a share of nothing is not a number, and says so', () => {
  expect(share(0, 0)).toEqual({ count: 0, n: 0, share: null });
});

test.each([
  [2, 1],
  [-1, 3],
  [0.5, 3],
  [0, Number.NaN],
])('%d of %d is refused', (count, n) => {
  expect(() => share(count, n)).toThrow(/whole numbers/);
});

test('a share and the share of the rest make one', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (count, rest) => {
      fc.pre(count + rest > 0);
      const n = count + rest;
      expect((share(count, n).share ?? 0) + (share(rest, n).share ?? 0)).toBeCloseTo(1, 12);
    }),
  );
});
