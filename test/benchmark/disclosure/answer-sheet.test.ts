import { expect, test } from 'vitest';
import type { Answer } from '../../../src/benchmark/counts/answers.ts';
import { answerSheet } from '../../../src/benchmark/disclosure/answer-sheet.ts';

const answer = (organisation: string, achieved: number): Answer => ({
  organisation,
  period: '2031',
  achieved,
  workingTowards: null,
  agreedStandard: false,
  carried: false,
});
const numbers = new Map([
  ['ash', 0],
  ['oak', 1],
]);
const levelsOf = (one: number, other: number, levels: readonly number[]) =>
  answerSheet([answer('ash', one), answer('oak', other)], numbers, ['2031'], { levels }).places.map(
    ({ achieved }) => achieved,
  );

test('where all hold one level, the one beside it is a level of the standard', () => {
  expect(levelsOf(1, 1, [2, 0, 1])).toEqual([0, 1]);
  expect(levelsOf(0, 0, [0, 1, 2])).toEqual([0, 1]);
  expect(levelsOf(3, 3, [3, 4, 5])).toEqual([3, 4]);
  expect(levelsOf(50, 50, [10, 20, 50])).toEqual([20, 50]);
});

test('there is none beside the only level, nor beside two that are held', () => {
  expect(levelsOf(2, 2, [2])).toEqual([2]);
  expect(levelsOf(2, 4, [1, 2, 3, 4])).toEqual([2, 4]);
});
