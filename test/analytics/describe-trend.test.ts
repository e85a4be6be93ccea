import { expect, test } from 'vitest';
import { describeTrend } from '../../src/analytics/describe-trend.ts';

const sentence = (
  n: number,
  fromAgreedStandard: number,
  fromComment: number,
  halfSteps: number,
  direction: 'higher' | 'lower' = 'higher',
) =>
  describeTrend(
    { direction, from: '2022', to: '2023', n },
    { count: fromAgreedStandard + fromComment, fromAgreedStandard, fromComment, halfSteps },
  );

test('moves from an agreed standard come apart, then the half-steps among the rest', () => {
  expect(sentence(59, 13, 11, 2)).toBe(
    '24 of 59 are higher than in 2022; 13 of them had no comment in 2022 to compare with; of the other 11, 2 are half-steps.',
  );
});

test('the sentence fits none, one, both, all and many', () => {
  const cases = [
    sentence(0, 0, 0, 0),
    sentence(59, 0, 0, 0),
    sentence(1, 0, 0, 0),
    sentence(1, 0, 1, 0),
    sentence(1, 1, 0, 0),
    sentence(59, 0, 1, 0),
    sentence(59, 0, 1, 1),
    sentence(59, 1, 0, 0),
    sentence(59, 0, 5, 0),
    sentence(59, 0, 5, 1),
    sentence(59, 0, 5, 3),
    sentence(59, 0, 5, 5),
    sentence(59, 0, 2, 2),
    sentence(59, 3, 0, 0),
    sentence(59, 1, 1, 0),
    sentence(59, 1, 1, 1),
    sentence(59, 3, 4, 0),
    sentence(59, 3, 4, 1),
    sentence(59, 3, 2, 2),
    sentence(59, 3, 4, 4),
    sentence(59, 1, 3, 2, 'lower'),
    sentence(59, 0, 0, 0, 'lower'),
  ];
  expect(cases.join('\n')).toMatchInlineSnapshot(`
    "No objective is scored in both 2022 and 2023.
    None of 59 is higher than in 2022.
    The one objective scored in both is not higher than in 2022.
    The one objective scored in both is higher than in 2022.
    The one objective scored in both is higher than in 2022; it had no comment in 2022 to compare with.
    1 of 59 is higher than in 2022.
    1 of 59 is higher than in 2022; it is a half-step.
    1 of 59 is higher than in 2022; it had no comment in 2022 to compare with.
    5 of 59 are higher than in 2022.
    5 of 59 are higher than in 2022; 1 of them is a half-step.
    5 of 59 are higher than in 2022; 3 of them are half-steps.
    5 of 59 are higher than in 2022; all of them are half-steps.
    2 of 59 are higher than in 2022; both are half-steps.
    3 of 59 are higher than in 2022; none of them had a comment in 2022 to compare with.
    2 of 59 are higher than in 2022; 1 of them had no comment in 2022 to compare with; the other is not a half-step.
    2 of 59 are higher than in 2022; 1 of them had no comment in 2022 to compare with; the other is a half-step.
    7 of 59 are higher than in 2022; 3 of them had no comment in 2022 to compare with; of the other 4, none is a half-step.
    7 of 59 are higher than in 2022; 3 of them had no comment in 2022 to compare with; of the other 4, 1 is a half-step.
    5 of 59 are higher than in 2022; 3 of them had no comment in 2022 to compare with; of the other 2, both are half-steps.
    7 of 59 are higher than in 2022; 3 of them had no comment in 2022 to compare with; of the other 4, all are half-steps.
    4 of 59 are lower than in 2022; 1 of them had no comment in 2022 to compare with; of the other 3, 2 are half-steps.
    None of 59 is lower than in 2022."
  `);
});
