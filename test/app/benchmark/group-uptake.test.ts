import { expect, test } from 'vitest';
import { latestMove } from '../../../src/app/benchmark/group-uptake.ts';

test('the latest move of a panel is between two periods with none between', () => {
  expect(latestMove(['2018', '2019', '2023'])).toEqual({ from: '2018', to: '2019' });
  expect(latestMove(['2018', '2019', '2020'], (period) => period < '2020')).toEqual({
    from: '2018',
    to: '2019',
  });
  expect(latestMove(['2018-19', '2019-20'])).toEqual({ from: '2018-19', to: '2019-20' });
  expect(latestMove(['2019', '2023'])).toBeNull();
  expect(latestMove([])).toBeNull();
});
