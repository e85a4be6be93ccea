import { DataFrame } from 'danfojs-node';
import { expect, test } from 'vitest';
import { trends } from '../../src/analytics/trends.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { Trends } from '../../src/model/trends.ts';
import { small, trendPeriod } from './small-framework.ts';

const input = {
  framework: small,
  organisation: 'anytown',
  periods: [
    trendPeriod('2022', '2*', '2', '2/3', '3', 'NA', ''),
    trendPeriod('2023', '3', '2/3', '2', '3', '3', '4'),
  ],
};
const found = await trends(input);
const [move] = found.transitions;

test('trends have the form that `trends --json` promises', () => {
  expect(mismatches(Trends, found)).toEqual([]);
});

test('every level is listed with its share, those that nobody scored too', () => {
  expect(
    found.periods[0]?.whole.levels.map(({ label, count, n, share }) => [label, count, n, share]),
  ).toEqual([
    ['1', 0, 4, 0],
    ['2', 2, 4, 0.5],
    ['2/3', 1, 4, 0.25],
    ['3', 1, 4, 0.25],
    ['4', 0, 4, 0],
  ]);
});

test('what is not applicable or not scored is in no figure, and is counted beside it', () => {
  const [first, second] = found.periods[0]?.sections ?? [];
  expect(first).toMatchObject({ section: 'first', n: 4, notApplicable: 0, notScored: 0 });
  expect(second).toMatchObject({ n: 0, notApplicable: 1, notScored: 1, mean: null });
  expect(second?.satisfactory).toEqual({ count: 0, n: 0, share: null });
});

test('2/3 counts as 2 at satisfactory and 2.5 in a mean, and the trends say so', () => {
  expect(found.periods[0]?.whole.satisfactory).toEqual({ count: 1, n: 4, share: 0.25 });
  expect(found.periods[0]?.whole.mean).toBe((2 + 2 + 2.5 + 3) / 4);
  expect(found.conventions).toEqual({
    n: 'Every figure counts scored objectives only; n says how many.',
    satisfactory: 'In counts at 3 or above, 2/3 counts as 2.',
    mean: 'In a mean, 2/3 counts 2.5.',
  });
});

test('a section without objectives is there, with n of 0', () => {
  expect(found.periods[1]?.sections[2]).toMatchObject({ section: 'idle', n: 0, mean: null });
});

test('each objective is higher, lower, the same, or not comparable with its reason', () => {
  expect(
    move?.changes.map((change) =>
      change.kind === 'not-comparable'
        ? [change.objective, change.kind, change.reason]
        : [change.objective, change.kind, change.levels, change.halfStep, change.fromAgreedStandard],
    ),
  ).toEqual([
    [1, 'higher', 1, false, true],
    [2, 'higher', 0.5, true, false],
    [3, 'lower', -0.5, true, false],
    [4, 'same', 0, false, false],
    [5, 'not-comparable', 'not applicable in 2022'],
    [6, 'not-comparable', 'not scored in 2022'],
  ]);
});

test('rises from an agreed standard and half-steps are shown apart', () => {
  expect(move?.whole).toMatchObject({ n: 4, same: 1, notComparable: 2, satisfactory: { from: 1, to: 2 } });
  expect(move?.whole.higher).toEqual({
    count: 2,
    fromAgreedStandard: 1,
    fromComment: 1,
    halfSteps: 1,
    sentence:
      '2 of 4 are higher than in 2022; 1 of them had no comment in 2022 to compare with; the other is a half-step.',
  });
  expect(move?.whole.lower.sentence).toBe('1 of 4 is lower than in 2022; it is a half-step.');
});

test('the moves table has the steps that were taken, lowest first', () => {
  expect(move?.moves).toEqual([
    { from: '2', to: '2/3', kind: 'higher', count: 1, fromAgreedStandard: 0 },
    { from: '2', to: '3', kind: 'higher', count: 1, fromAgreedStandard: 1 },
    { from: '2/3', to: '2', kind: 'lower', count: 1, fromAgreedStandard: 0 },
    { from: '3', to: '3', kind: 'same', count: 1, fromAgreedStandard: 0 },
  ]);
});

test('with one period there are levels, and the reason why there are no changes', async () => {
  const one = await trends({ ...input, periods: [trendPeriod('2022', '3')] });
  expect(one.periods[0]?.whole).toMatchObject({ n: 1, notScored: 5 });
  expect(one.transitions).toEqual([]);
  expect(one.noTransitions).toBe(
    'There is one period, 2022, and a change needs two. Import another assessment.',
  );
});

test('two periods that share no scored objective have a transition in which nothing is comparable', async () => {
  const apart = await trends({
    ...input,
    periods: [trendPeriod('2022', '3', ''), trendPeriod('2023', 'NA', '3')],
  });
  expect(apart.transitions[0]?.moves).toEqual([]);
  expect(apart.transitions[0]?.whole).toMatchObject({ n: 0, notComparable: 6 });
  expect(apart.transitions[0]?.whole.higher.sentence).toBe('No objective is scored in both 2022 and 2023.');
  expect(apart.transitions[0]?.changes[2]).toMatchObject({
    reason: 'not in the assessment for 2022, not in the assessment for 2023',
  });
});

test('a period in which nothing is scored is there, with n of 0', async () => {
  const none = await trends({ ...input, periods: [trendPeriod('2022', 'NA', ''), trendPeriod('2023', '3')] });
  expect(none.periods[0]?.whole).toMatchObject({ n: 0, mean: null, notApplicable: 1, notScored: 5 });
});

test('each period is compared with the one before it, however they are given', async () => {
  const three = await trends({
    ...input,
    periods: [trendPeriod('2024', '4'), trendPeriod('2022', '2'), trendPeriod('2023', '3')],
  });
  expect(three.transitions.map(({ from, to, whole }) => [from, to, whole.higher.count])).toEqual([
    ['2022', '2023', 1],
    ['2023', '2024', 1],
  ]);
});

test('counts and means agree with those of danfojs', async () => {
  const rows = input.periods.flatMap(({ period, rows: given }) =>
    given.flatMap(({ score }) =>
      score === null
        ? []
        : [
            {
              period,
              label: `=${score.label}`,
              midpoint: (score.achieved + (score.workingTowards ?? score.achieved)) / 2,
            },
          ],
    ),
  );
  const frame = new DataFrame(rows);
  const means: unknown = frame.groupby(['period']).agg({ midpoint: ['mean', 'count'] }).values;
  expect(found.periods.map(({ period, whole }) => [period, whole.mean, whole.n])).toEqual(means);
  const earlier = new DataFrame(rows.filter(({ period }) => period === '2022'));
  const counts = earlier.column('label').valueCounts();
  expect(
    found.periods[0]?.whole.levels.flatMap(({ label, count }) => (count === 0 ? [] : [[`=${label}`, count]])),
  ).toEqual(counts.index.map((label, index) => [label, counts.values[index]]));
});

test.each([
  ['no period', [], 'TOO_FEW_PERIODS'],
  ['a period twice', [trendPeriod('2022', '3'), trendPeriod('2022', '3')], 'BAD_VALUE'],
  [
    'an objective that the framework lacks',
    [trendPeriod('2022', ...Array(7).fill('3'))],
    'UNKNOWN_OBJECTIVE',
  ],
  [
    'an objective twice',
    [{ period: '2022', rows: [...trendPeriod('2022', '3').rows, ...trendPeriod('2022', '4').rows] }],
    'BAD_VALUE',
  ],
  [
    'a scored row without a score',
    [{ period: '2022', rows: [{ objective: 1, state: 'scored', score: null, agreedStandard: false }] }],
    'BAD_VALUE',
  ],
  [
    'a level that the framework lacks',
    [
      {
        period: '2022',
        rows: [
          {
            objective: 1,
            state: 'scored',
            score: { label: '6', achieved: 6, workingTowards: null },
            agreedStandard: false,
          },
        ],
      },
    ],
    'BAD_VALUE',
  ],
] as const)('%s is refused', async (_what, periods, code) => {
  await expect(trends({ ...input, periods })).rejects.toMatchObject({ code });
});
