import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBy } from '../../src/statistics/count-by.ts';

test('each key has its count, in order of key', () => {
  expect([...countBy(['3', '2/3', '3', '2'], (label) => label)]).toEqual([
    ['2', 1],
    ['2/3', 1],
    ['3', 2],
  ]);
});

test('nothing has no counts', () => {
  expect(countBy([], String).size).toBe(0);
});

test('a key named like a part of every object counts as any other', () => {
  expect(countBy(['constructor', '__proto__', 'constructor'], String).get('constructor')).toBe(2);
});

test('counts sum to the number of items, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '2', '10')), (items) => {
      const counts = countBy(items, String);
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(items.length);
      expect([...countBy(items.toReversed(), String)]).toEqual([...counts]);
    }),
  );
});
