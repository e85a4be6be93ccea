import { expect, it } from 'vitest';
import { seededNumbers } from '../../src/statistics/seeded-numbers.ts';

it('seeded numbers are the same for a seed, others for another, and each below the limit about as often', () => {
  const draw = (seed: number) => {
    const next = seededNumbers(seed);
    return Array.from({ length: 6000 }, () => next(6));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const counts = Map.groupBy(draw(1), (number) => number);
  expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  for (const { length } of counts.values()) expect(Math.abs(length - 1000)).toBeLessThan(120);
});
