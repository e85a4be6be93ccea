import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean } from '../../src/statistics/mean.ts';

// Reference values: numpy 2.4.6, numpy.mean.
test.each([
  [[2, 2.5, 3, 4], 2.875],
  [[...Array(8).fill(2), 2.5, ...Array(47).fill(3), ...Array(3).fill(4)], 2.906779661016949],
  [[...Array(2).fill(2.5), ...Array(39).fill(3), ...Array(18).fill(4)], 3.288135593220339],
])('the mean agrees with numpy', (values, expected) => {
  expect(mean(values)).toBe(expected);
});

test('no values have no mean', () => {
  expect(mean([])).toBeNull();
});

test('a mean lies between the smallest and the largest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1 }), (values) => {
      const found = mean(values);
      expect(found).toBeGreaterThanOrEqual(Math.min(...values));
      expect(found).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});
