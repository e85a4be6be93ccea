import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawOrganisations } from '../../../src/benchmark/invent/draw-organisations.ts';
import { type DrawnAnswer, drawScores } from '../../../src/benchmark/invent/draw-scores.ts';
import { rowKinds } from '../../../src/benchmark/invent/row-kinds.ts';
import { appliesTo } from '../../../src/engine/facts.ts';
import { sha256 } from '../../../src/kernel/canonical.ts';
import { topLevel } from '../../../src/model/framework.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { allotment, names, toolkit } from './fixture.ts';

function drawn(pack: Pack, count: number, periods: number, seed: number): readonly DrawnAnswer[] {
  const organisations = drawOrganisations(names, { count, seed, example: 'example-a' });
  return [...drawScores(pack, organisations, { periods, seed })];
}

/** Each scored row with its level and the objective. */
function scored(pack: Pack, answers: readonly DrawnAnswer[]) {
  const kinds = rowKinds(pack.framework);
  return answers.flatMap((answer) =>
    answer.kinds.flatMap((kind, place) => {
      const {
        state = 'not-scored',
        achieved = null,
        workingTowards = null,
        origin = 'plain',
      } = kinds[kind] ?? {};
      const objective = pack.framework.objectives[place];
      if (state !== 'scored' || achieved === null || objective === undefined) return [];
      return [{ answer, place, objective, achieved, workingTowards, origin }];
    }),
  );
}

describe.each([
  ['four levels from 0 on', allotment],
  ['five levels from 1 on', toolkit],
])('invented scores in rules of %s', (_, pack) => {
  test('stand where neither the rubric nor a reason given rules them out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (seed) => {
        const answers = drawn(pack, 12, 4, seed);
        for (const { answer, place, objective, achieved, workingTowards } of scored(pack, answers)) {
          const highest = workingTowards ?? achieved;
          expect(pack.framework.levels.map(({ level }) => level)).toContain(highest);
          for (const rule of pack.ceilings) {
            if (rule.basis === 'comment' || !appliesTo(rule, objective)) continue;
            const told = answer.factors.find(({ factor }) => factor === rule.factor);
            if (told?.there === false) expect(highest).toBeLessThan(rule.rulesOut);
          }
          for (const cause of answer.causes.filter((each) => each.objective === place)) {
            expect(highest).toBeLessThanOrEqual(cause.level);
            expect(cause.level).toBeLessThan(topLevel(pack.framework));
            expect(pack.causes.find(({ id }) => id === cause.cause)?.control).toBe(cause.control);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('use the whole scale, and rise over the periods', () => {
    const rows = scored(pack, drawn(pack, 150, 6, 7));
    for (const { level } of pack.framework.levels)
      expect(rows.filter(({ achieved }) => achieved === level).length).toBeGreaterThan(rows.length / 100);
    const mean = (period: number) => {
      const of = rows.filter(({ answer }) => answer.period === period);
      return of.reduce((sum, { achieved }) => sum + achieved, 0) / of.length;
    };
    expect(mean(5)).toBeGreaterThan(mean(0) + 0.1);
    for (const origin of ['plain', 'standard', 'carried'])
      expect(rows.filter((row) => row.origin === origin).length).toBeGreaterThan(rows.length / 200);
  });
});

test('a carried row repeats the score of the period before, and one of an agreed standard is at that standard', () => {
  const rows = scored(toolkit, drawn(toolkit, 60, 4, 7));
  for (const row of rows) {
    if (row.origin === 'standard')
      expect([row.achieved, row.workingTowards]).toEqual([toolkit.framework.satisfactory, null]);
    if (row.origin !== 'carried') continue;
    const before = rows.find(
      ({ answer, place }) =>
        place === row.place &&
        answer.organisation === row.answer.organisation &&
        answer.period === row.answer.period - 1,
    );
    if (before !== undefined)
      expect([before.achieved, before.workingTowards]).toEqual([row.achieved, row.workingTowards]);
  }
});

test('some organisations begin late, leave early or miss a period; the example is always there', () => {
  const answers = drawn(allotment, 200, 5, 7);
  const periods = Map.groupBy(answers, ({ organisation }) => organisation);
  expect(periods.get(0)).toHaveLength(5);
  const all = [...periods.values()].filter((each) => each.length === 5).length;
  expect(all).toBeGreaterThan(100);
  expect(all).toBeLessThan(190);
});

test('the same seed is the same everywhere: whole numbers only, no function of the machine', () => {
  expect(sha256(JSON.stringify(drawn(allotment, 30, 3, 7)))).toMatchInlineSnapshot(
    `"feeeab942a14270ab5c1fee68fc91c0389fc0f802983433915acd84a1edc3c5f"`,
  );
});
