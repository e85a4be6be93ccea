import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backtest } from '../../src/analytics/backtest.ts';
import { canonicalJson } from '../../src/kernel/canonical.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import type { Advice, CeilingCause, ObjectiveAdvice, Stance } from '../../src/model/advice.ts';
import type { Assessment, AssessmentRow } from '../../src/model/assessment.ts';
import { Backtest } from '../../src/model/backtest.ts';

const cause = (rule: string, level: number, binding: boolean): CeilingCause => ({
  rule,
  title: 'A limit',
  citation: 'the comment',
  basis: 'comment',
  cause: 'third-party',
  control: 'external',
  level,
  strength: 'stated',
  standing: 'read',
  assumed: false,
  overtaken: false,
  binding,
  factor: null,
  until: null,
  reviewBy: null,
  waitsOn: null,
  evidence: [{ source: 'comment', period: '2022', quote: 'not in our hands', start: 0, end: 16 }],
});

const named = (objective: number) => ({ objective, name: `Objective ${objective}`, section: 'first' });

interface Given {
  readonly achieved: number;
  readonly stance: Stance;
  readonly target: number;
  readonly openLevel?: number;
  readonly cappedNow?: boolean;
}

const scored = (
  objective: number,
  { achieved, stance, target, openLevel, cappedNow }: Given,
): ObjectiveAdvice => ({
  ...named(objective),
  state: 'scored',
  score: { label: String(achieved), achieved, workingTowards: null, agreedStandard: false },
  ceiling: {
    level: cappedNow ? achieved : 5,
    capped: cappedNow ? 'now' : 'no',
    control: cappedNow ? 'external' : null,
    causes: cappedNow ? [cause('says-not-in-our-hands', achieved, true), cause('may-be-more', 4, false)] : [],
    because: '',
  },
  headroom: cappedNow ? 0 : 5 - achieved,
  potential: 5,
  target: {
    level: target,
    stance,
    openLevel: openLevel ?? null,
    rule: 'r',
    because: '',
    evidence: [],
    waitsOn: null,
    reviewBy: null,
  },
});

const advice = (objectives: readonly ObjectiveAdvice[]): Advice => ({
  schema: 1,
  framework: 'small',
  organisation: 'anytown',
  basedOn: '2022',
  period: '2023',
  pack: { version: '1', sha256: 'a'.repeat(64) },
  factors: {},
  readings: { read: 0, confirmed: 0, added: 0, dismissed: 0, lapsed: 0 },
  objectives,
});

const row = (objective: number, achieved: number, workingTowards: number | null = null): AssessmentRow => ({
  objective,
  text: '',
  state: 'scored',
  score: { label: String(achieved), achieved, workingTowards },
});

const assessment = (rows: readonly AssessmentRow[]): Assessment => ({
  framework: 'small',
  organisation: 'anytown',
  period: '2023',
  rows,
});

const found = backtest(
  advice([
    scored(1, { achieved: 2, stance: 'finish', target: 3 }),
    scored(2, { achieved: 3, stance: 'advance', target: 4 }),
    scored(3, { achieved: 3, stance: 'hold', target: 3, cappedNow: true }),
    scored(4, { achieved: 3, stance: 'hold', target: 3, cappedNow: true }),
    scored(5, { achieved: 3, stance: 'open', target: 3, openLevel: 4 }),
    scored(6, { achieved: 3, stance: 'open', target: 3, openLevel: 4 }),
    { ...named(7), state: 'not-applicable', reason: 'no such service' },
    scored(8, { achieved: 3, stance: 'hold', target: 3 }),
    { ...named(9), state: 'not-scored', reason: '' },
  ]),
  assessment([
    row(1, 3),
    row(2, 3, 4),
    row(3, 4),
    row(4, 3),
    row(5, 4),
    row(6, 2),
    row(7, 3),
    { objective: 8, text: '', state: 'not-applicable', reason: 'no longer ours' },
  ]),
);

test('a backtest has the form that it promises', () => {
  expect(mismatches(Backtest, found)).toEqual([]);
});

test('each stance says how many ended at, above and below the target', () => {
  expect(found.stances.map(({ stance, n, at, above, below }) => [stance, n, at, above, below])).toEqual([
    ['finish', 1, 1, 0, 0],
    ['advance', 1, 0, 0, 1],
    ['hold', 2, 1, 1, 0],
    ['open', 2, 0, 1, 1],
  ]);
});

test('a level being worked towards has not been reached', () => {
  expect(found.outcomes.find(({ objective }) => objective === 2)).toMatchObject({
    target: 4,
    reached: 3,
    against: 'below',
  });
});

test('a limit that did not hold is listed with the rule that set it and its words', () => {
  expect(found.capped).toMatchObject({ n: 2, held: 1 });
  expect(found.capped.beyond).toEqual([
    { ...named(3), ceiling: 3, reached: 4, causes: [cause('says-not-in-our-hands', 3, true)] },
  ]);
});

test('what is not scored in one of the two is left out, and counted with its reason', () => {
  expect(found.n).toBe(6);
  expect(found.leftOut.objectives.map(({ objective, reason }) => [objective, reason])).toEqual([
    [7, 'not applicable in 2022'],
    [8, 'not applicable in 2023'],
    [9, 'not scored in 2022, not scored in 2023'],
  ]);
});

test('each figure has its sentence', () => {
  const sentences = (of: Backtest) =>
    [...of.stances, of.open, of.capped, of.leftOut].map(({ sentence }) => sentence).join('\n');
  expect(sentences(found)).toMatchInlineSnapshot(`
    "The one objective advised to finish the level being worked towards ended at its target.
    The one objective advised to advance ended below its target.
    Of 2 objectives advised to hold, 1 ended at the target, 1 above it and none below it.
    Of 2 objectives left open, none ended at the target, 1 above it and 1 below it.
    Of 2 objectives with an open level, 1 reached it.
    Of 2 objectives capped at their 2022 score, 1 stayed within the ceiling and 1 went beyond it: #3.
    3 objectives are left out: they are not scored in both 2022 and 2023."
  `);
  expect(sentences(backtest(advice([]), assessment([])))).toMatchInlineSnapshot(`
    "No objective was advised to finish the level being worked towards.
    No objective was advised to advance.
    No objective was advised to hold.
    No objective was left open.
    No objective had an open level.
    No objective was capped at its 2022 score.
    Every objective is scored in both 2022 and 2023."
  `);
  const many = [1, 2, 3, 4].map((objective) =>
    scored(objective, { achieved: 3, stance: 'hold', target: 3, cappedNow: true }),
  );
  expect(
    sentences(backtest(advice(many), assessment([row(1, 4), row(2, 3), row(3, 4), row(4, 4)]))),
  ).toMatchInlineSnapshot(`
    "No objective was advised to finish the level being worked towards.
    No objective was advised to advance.
    Of 4 objectives advised to hold, 1 ended at the target, 3 above it and none below it.
    No objective was left open.
    No objective had an open level.
    Of 4 objectives capped at their 2022 score, 1 stayed within the ceiling and 3 went beyond it: #1, #3 and #4.
    Every objective is scored in both 2022 and 2023."
  `);
});

test.each([
  ['another period', { ...assessment([]), period: '2024' }, 'BAD_VALUE'],
  ['another organisation', { ...assessment([]), organisation: 'othertown' }, 'BAD_VALUE'],
  ['another framework', { ...assessment([]), framework: 'large' }, 'BAD_VALUE'],
  ['an objective without advice', assessment([row(1, 3)]), 'UNKNOWN_OBJECTIVE'],
])('an assessment of %s is refused', (_what, reached, code) => {
  expect(() => backtest(advice([]), reached)).toThrow(expect.objectContaining({ code }));
});

test('counts sum to n, and the order of objectives and rows changes not one byte', () => {
  const one = fc.record({
    given: fc.option(
      fc.record({
        achieved: fc.integer({ min: 1, max: 4 }),
        stance: fc.constantFrom<Stance>('finish', 'advance', 'hold', 'open'),
        target: fc.integer({ min: 1, max: 5 }),
        openLevel: fc.integer({ min: 2, max: 5 }),
        cappedNow: fc.boolean(),
      }),
    ),
    reached: fc.option(fc.integer({ min: 1, max: 5 })),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (all) => {
      const objectives = all.map(
        ({ given }, index): ObjectiveAdvice =>
          given === null ? { ...named(index), state: 'not-scored', reason: '' } : scored(index, given),
      );
      const rows = all.flatMap(({ reached }, index) => (reached === null ? [] : [row(index, reached)]));
      const result = backtest(advice(objectives), assessment(rows));
      expect(mismatches(Backtest, result)).toEqual([]);
      expect(result.stances.reduce((sum, { n }) => sum + n, 0)).toBe(result.n);
      for (const { n, at, above, below } of result.stances) expect(at + above + below).toBe(n);
      expect(result.capped.held + result.capped.beyond.length).toBe(result.capped.n);
      expect(result.n + result.leftOut.count).toBe(all.length);
      expect(result.outcomes).toHaveLength(result.n);
      const turned = backtest(advice(objectives.toReversed()), assessment(rows.toReversed()));
      expect(canonicalJson(turned)).toBe(canonicalJson(result));
    }),
  );
});
