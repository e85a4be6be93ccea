import { expect, it } from 'vitest';
import { evaluator } from '../../src/engine/evaluate.ts';
import { appliesTo, type FactorSettings } from '../../src/engine/facts.ts';
import { jsonRulesEvaluator } from '../../src/engine/json-rules.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { testsOf } from '../../src/model/condition.ts';
import type { Objective } from '../../src/model/framework.ts';
import { topLevel } from '../../src/model/framework.ts';
import { factCatalogue } from '../../src/pack/facts.ts';
import { assessmentOf, pack } from '../engine/medway.ts';
import { comments, scores } from './assessments.ts';

const top = topLevel(pack.framework);
const evaluate = evaluator(pack);
const everyState = ['yes', 'no', 'unknown', 'claimed'] as const;
const states = process.env['HEADROOM_TEST_LONG'] === undefined ? everyState.slice(0, 3) : everyState;

function wordsOf(fact: string): readonly string[] {
  const kind = factCatalogue(pack, 'targets').get(fact);
  return kind?.type === 'word' ? kind.values : [];
}

it('exactly one target rule holds in every case', async () => {
  const cases = pack.framework.levels.flatMap(({ level: achieved }) =>
    Array.from({ length: top - achieved + 1 }, (_, room) => room).flatMap((room) =>
      wordsOf('workingTowards').flatMap((workingTowards) =>
        wordsOf('decision').flatMap((decision) =>
          wordsOf('path').map((path) => ({ achieved, room, workingTowards, decision, path })),
        ),
      ),
    ),
  );
  const tested = new Set(pack.targets.flatMap(({ when }) => testsOf(when).map(({ fact }) => fact)));
  expect([...tested].filter((fact) => !(fact in (cases[0] ?? {})))).toEqual([]);

  const { evaluate: holding } = jsonRulesEvaluator();
  const wrong: unknown[] = [];
  for (const facts of cases) {
    const rules = (await holding(pack.targets, facts)).filter(({ holds }) => holds);
    if (rules.length !== 1) wrong.push({ ...facts, rules: rules.map(({ rule }) => rule) });
  }
  expect(wrong).toEqual([]);
  expect(cases).toHaveLength(300);
  console.log(`target rules: exactly one of ${pack.targets.length} holds in each of ${cases.length} cases`);
});

it('for every objective, in every state of the circumstances that its rules mention, lifting lowers nothing', async () => {
  let cases = 0;
  let most = 0;
  for (const objective of pack.framework.objectives) {
    const texts = ['2022', '2023'].map((period) => textOf(period, objective));
    for (const text of new Set([...texts, jointWork])) {
      const factors = await factorsFor(objective, text);
      const settings = product(factors);
      most = Math.max(most, settings.length);
      for (const score of scores) {
        const found = new Map<string, readonly [number, number]>();
        for (const setting of settings) {
          found.set(key(factors, setting), await levels(objective, score, text, setting));
          cases += 1;
        }
        for (const setting of settings) {
          const [ceiling = 0, target = 0] = found.get(key(factors, setting)) ?? [];
          expect(score.achieved).toBeLessThanOrEqual(target);
          expect(target).toBeLessThanOrEqual(ceiling);
          for (const factor of factors) {
            const [higher = 0, further = 0] = found.get(key(factors, { ...setting, [factor]: 'yes' })) ?? [];
            expect(higher).toBeGreaterThanOrEqual(ceiling);
            expect(further).toBeGreaterThanOrEqual(target);
          }
        }
      }
    }
  }
  console.log(`circumstances: ${cases} cases over 59 objectives, at most ${most} states for one`);
  expect(cases).toBeGreaterThan(2000);
});

/** A comment that gives two kinds of joint work, each with a circumstance of its own, as reasons. */
const jointWork =
  'A 4 can only be reached through joint council boards. A 5 can only be reached through joint strategies.';

function textOf(period: string, { number }: Objective): string {
  return assessmentOf(period).rows.find(({ objective }) => objective === number)?.text ?? '';
}

/** The circumstances that the rules for an objective mention: of its rubric, and of what its comment says. */
async function factorsFor(objective: Objective, text: string): Promise<readonly string[]> {
  const [score] = scores;
  if (score === undefined) throw new Error('no score');
  const { readings } = await evaluate(inputFor(objective, score, text, {}));
  const signals = readings.flatMap(({ obstacles }) => obstacles.map(({ signal }) => signal));
  const rules = pack.ceilings.filter((rule) =>
    rule.basis === 'comment' ? signals.includes(rule.signal) : appliesTo(rule, objective),
  );
  const facts = rules.flatMap(({ when }) => testsOf(when).map(({ fact }) => fact));
  return [...new Set(facts.filter((fact) => fact.startsWith('factor.')).map((fact) => fact.slice(7)))];
}

function inputFor(
  objective: Objective,
  score: (typeof scores)[number],
  text: string,
  factors: FactorSettings,
) {
  const row = { objective: objective.number, text, state: 'scored' as const, score };
  const assessment = { framework: pack.id, organisation: 'anywhere', period: '2031', rows: [row] };
  return { assessment, earlier: [], period: '2032', factors, corrections: [] };
}

async function levels(...given: Parameters<typeof inputFor>): Promise<readonly [number, number]> {
  const [advice] = scoredAdvice((await evaluate(inputFor(...given))).advice);
  return [advice?.ceiling.level ?? 0, advice?.target.level ?? 0];
}

function product(factors: readonly string[]): readonly FactorSettings[] {
  return factors.reduce<readonly FactorSettings[]>(
    (settings, factor) =>
      settings.flatMap((setting) => states.map((state) => ({ ...setting, [factor]: state }))),
    [{}],
  );
}

function key(factors: readonly string[], setting: FactorSettings): string {
  return factors.map((factor) => setting[factor]).join(' ');
}

it('the comments that properties draw from are many, and some are empty', () => {
  expect(comments.length).toBeGreaterThan(200);
  expect(comments).toContain('');
});
