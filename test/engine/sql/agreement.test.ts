import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluator } from '../../../src/engine/evaluate.ts';
import { appliesTo } from '../../../src/engine/facts.ts';
import { inputOfCase } from '../../../src/engine/run-cases.ts';
import { testsOf } from '../../../src/model/condition.ts';
import { type Objective, topLevel } from '../../../src/model/framework.ts';
import type { Score } from '../../../src/model/score.ts';
import { signalsOf } from '../../../src/pack/facts.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { assessmentOf, pack } from '../medway.ts';
import { plots } from '../plots.ts';
import { compared } from './agreement.ts';
import { course, type Drawn, drawnEvaluations, evaluated, obstacle, scoresOf } from './drawn-evaluations.ts';

const count = process.env['HEADROOM_TEST_LONG'] === undefined ? 10_000 : 100_000;
const everyRule = (of: Pack) => [...of.ceilings, ...of.targets].map(({ id }) => id).sort();
const packs: readonly (readonly [string, Pack])[] = [
  ['lga-nps-2018', pack],
  ['an invented pack with levels from 0', plots],
];

describe('the SQL of the rules says what json-rules-engine says', () => {
  it('of every worked case', async () => {
    const evaluate = evaluator(pack);
    const evaluations: Evaluation[] = [];
    for (const each of pack.cases) evaluations.push(await evaluate(inputOfCase(each, pack)));
    const { cases, differences, rules } = await compared(pack, evaluations);
    expect(differences).toEqual([]);
    expect(cases).toBe(pack.cases.length);
    expect([...rules.keys()].sort()).toEqual(everyRule(pack));
  });

  it('of every row of the appendix in both years, whatever is known of the circumstances', async () => {
    const evaluate = evaluator(pack);
    const states = ['unknown', 'yes', 'no'] as const;
    const evaluations: Evaluation[] = [];
    for (const state of states) {
      const factors = Object.fromEntries(pack.factors.map(({ id }) => [id, state]));
      const earlier = [assessmentOf('2022')];
      for (const assessment of [...earlier, assessmentOf('2023')]) {
        evaluations.push(await evaluate({ assessment, earlier, period: '2024', factors, corrections: [] }));
      }
    }
    const { cases, causes, differences } = await compared(pack, evaluations);
    expect(differences).toEqual([]);
    expect(cases).toBeGreaterThan(300);
    expect(causes).toBeGreaterThan(60);
  });

  it.each(packs)('of every score, room, decision and path: %s', async (_, of) => {
    const domain = targetDomain(of);
    const evaluations: Evaluation[] = [];
    for (const row of domain) evaluations.push(await evaluated(of, [row], {}));
    const { cases, differences, rules } = await compared(of, evaluations);
    expect(differences).toEqual([]);
    expect(cases).toBe(domain.length);
    expect([...rules.keys()]).toEqual(expect.arrayContaining(of.targets.map(({ id }) => id)));
  });

  it.each(packs)(
    'of every limit alone, at every score, whatever is known of its circumstance: %s',
    async (_, of) => {
      const limits = signalsOf(of).flatMap((signal) =>
        of.framework.levels.flatMap(({ level }) => [
          obstacle(signal, 'stated', level),
          obstacle(signal, 'hedged', level),
        ]),
      );
      const silent = scoresOf(of).flatMap((score) =>
        of.framework.objectives.map(({ number }) => [rowWith(number, score, [])]),
      );
      const limited = limits.flatMap((limit) =>
        scoresOf(of).map((score) => [rowWith(unruled(of).number, score, [limit])]),
      );
      const evaluations: Evaluation[] = [];
      for (const state of ['yes', 'no', 'unknown', 'claimed'] as const) {
        const factors = Object.fromEntries(of.factors.map(({ id }) => [id, state]));
        for (const rows of [...silent, ...limited]) evaluations.push(await evaluated(of, rows, factors));
      }
      const { cases, differences, rules } = await compared(of, evaluations);
      expect(differences).toEqual([]);
      expect(cases).toBe(4 * (silent.length + limited.length));
      expect([...rules.keys()]).toEqual(expect.arrayContaining(of.ceilings.map(({ id }) => id)));
    },
  );

  it.each(packs)(
    `of ${count} drawn cases, in which every rule holds somewhere: %s`,
    async (_, of) => {
      const { cases, causes, differences, rules } = await compared(
        of,
        await drawnEvaluations(of, count, 2018),
      );
      expect(differences).toEqual([]);
      expect(cases).toBeGreaterThanOrEqual(count);
      expect([...rules.keys()].sort()).toEqual(everyRule(of));
      console.info(`${of.id}: ${cases} cases with ${causes} causes agree`);
    },
    240_000,
  );
});

describe('a difference', () => {
  it('shows', async () => {
    const [first, ...others] = plots.targets;
    if (first === undefined) throw new Error('no rule');
    const other = { ...plots, targets: [{ ...first, stance: 'open' as const }, ...others] };
    const evaluations = await drawnEvaluations(plots, 100, 7);
    const { differences } = await compared(other, evaluations);
    expect(differences).not.toEqual([]);
  });
});

/** Every case of the target stage: the room is made by a limit that no circumstance lifts. */
function targetDomain(of: Pack): readonly Drawn[] {
  const top = topLevel(of.framework);
  const lasting = of.ceilings.find(
    ({ basis, when }) => basis === 'comment' && testsOf(when).every(({ fact }) => fact.startsWith('said.')),
  );
  if (lasting?.basis !== 'comment') throw new Error('no such rule');
  const { signal } = lasting;
  const courses = [
    [],
    [course('leads', false)],
    [course('explores', true)],
    [course('explores', false)],
    [course('maintains', false)],
  ];
  return scoresOf(of).flatMap((score) =>
    of.framework.levels
      .filter(({ level }) => level >= score.achieved)
      .flatMap(({ level }) =>
        [true, false].flatMap((decision) =>
          courses.map((each) => ({
            objective: unruled(of).number,
            score,
            obstacles: level === top ? [] : [obstacle(signal, 'stated', level)],
            courses: each,
            decision,
          })),
        ),
      ),
  );
}

/** An objective that no rule of the rubric is about. */
function unruled(of: Pack): Objective {
  const free = of.framework.objectives.find((objective) =>
    of.ceilings.every((rule) => rule.basis === 'comment' || !appliesTo(rule, objective)),
  );
  if (free === undefined) throw new Error('no such objective');
  return free;
}

function rowWith(objective: number, score: Score, obstacles: Drawn['obstacles']): Drawn {
  return { objective, score, obstacles, courses: [], decision: false };
}
