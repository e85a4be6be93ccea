import { expect, test } from 'vitest';
import { isPeriod, nextPeriod } from '../../src/model/period.ts';

test('a period is a year, or one that runs over into the next', () => {
  expect(['2023', '2023-24', '2099-00'].filter((text) => !isPeriod(text))).toEqual([]);
  expect(['2023-25', '2023-23', '2023/24', '2023-2024', '23', '2023-', ''].filter(isPeriod)).toEqual([]);
  expect(['2023', '2023-24', '2098-99'].map(nextPeriod)).toEqual(['2024', '2024-25', '2099-00']);
});
