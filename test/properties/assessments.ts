import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { FactorSettings } from '../../src/engine/facts.ts';
import type { Assessment, AssessmentRow } from '../../src/model/assessment.ts';
import { nextPeriod } from '../../src/model/period.ts';
import { parseScore, type Score } from '../../src/model/score.ts';
import { loadComments } from '../../src/pack/comments.ts';
import { assessmentOf, pack } from '../engine/medway.ts';

/** How many runs a property has: a few with every test, many under HEADROOM_TEST_LONG. */
export function runs(few: number): number {
  return process.env['HEADROOM_TEST_LONG'] === undefined ? few : few * 25;
}

const folder = fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url));

/** Comments to draw from: those by which the rules were written, and those of the real appendix. */
export const comments: readonly string[] = [
  '',
  ...loadComments(folder, pack)
    .filter(({ use }) => use === 'to-write-by')
    .flatMap((set) => set.comments.map(({ text }) => text)),
  ...['2022', '2023'].flatMap((period) => assessmentOf(period).rows.map(({ text }) => text)),
];

/** Every score that can be written in the framework, from the lowest up. */
export const scores: readonly Score[] = pack.framework.levels.flatMap(({ level }) =>
  [`${level}`, `${level}/${level + 1}`].flatMap(
    (written) => parseScore(written, pack.framework.levels) ?? [],
  ),
);

/** An assessment of some objectives, with comments of any kind; every tenth row or so is not scored. */
export function anAssessment(period: string): fc.Arbitrary<Assessment> {
  const number = fc.constantFrom(...pack.framework.objectives.map((objective) => objective.number));
  const row = fc.record({ objective: number, text: fc.constantFrom(...comments) }).chain((common) =>
    fc.oneof<fc.WeightedArbitrary<AssessmentRow>[]>(
      {
        weight: 8,
        arbitrary: fc
          .constantFrom(...scores)
          .map((score) => ({ ...common, state: 'scored' as const, score })),
      },
      { weight: 1, arbitrary: fc.constant({ ...common, state: 'not-scored' as const }) },
      {
        weight: 1,
        arbitrary: fc.constant({ ...common, state: 'not-applicable' as const, reason: 'Not done here.' }),
      },
    ),
  );
  return fc
    .uniqueArray(row, { selector: ({ objective }) => objective, minLength: 1, maxLength: 15 })
    .map((rows) => ({
      framework: pack.id,
      organisation: 'anywhere',
      period,
      rows: rows.toSorted((a, b) => a.objective - b.objective),
    }));
}

/** States of some circumstances. */
export const someFactors: fc.Arbitrary<FactorSettings> = fc.dictionary(
  fc.constantFrom(...pack.factors.map(({ id }) => id)),
  fc.constantFrom('yes', 'no', 'unknown'),
  { noNullPrototype: true },
);

/** All that advice rests on, with a year before. */
export const anInput = fc.record({
  assessment: anAssessment('2031'),
  earlier: anAssessment('2030').map((assessment) => [assessment]),
  period: fc.constant(nextPeriod('2031')),
  factors: someFactors,
  corrections: fc.constant([]),
});
