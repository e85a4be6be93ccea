import { expect, test } from 'vitest';
import { rateLimit } from '../../../src/server/access/rate-limit.ts';

const at = (seconds: number) => new Date(seconds * 1000);

test('so many are allowed in a window, and the wait is told in whole seconds', () => {
  const limit = rateLimit({ most: 2, within: 60 });
  expect([
    limit.take('a', at(0)),
    limit.take('a', at(10)),
    limit.take('a', at(20.5)),
    limit.take('b', at(20)),
  ]).toEqual([0, 0, 40, 0]);
  expect(limit.take('a', at(60))).toBe(0);
});

test('what was well is not counted', () => {
  const limit = rateLimit({ most: 1, within: 60 });
  limit.take('a', at(0));
  limit.giveBack('a');
  limit.giveBack('a');
  expect([limit.take('a', at(1)), limit.take('a', at(1))]).toEqual([0, 59]);
});

test('what is remembered is bounded: the oldest is forgotten', () => {
  const limit = rateLimit({ most: 1, within: 60, remembered: 2 });
  for (const key of ['a', 'b', 'c']) limit.take(key, at(0));
  expect([limit.take('c', at(1)), limit.take('b', at(1)), limit.take('a', at(1))]).toEqual([59, 59, 0]);
});
