import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonRulesEvaluator } from '../../src/engine/json-rules.ts';
import { type Condition, type FactTest, testsOf } from '../../src/model/condition.ts';
import { loadPack } from '../../src/pack/load.ts';
import { variablesOf } from '../../src/pack/rules/fact-cases.ts';
import { findCase } from '../../src/pack/rules/find-case.ts';
import { allotment } from './allotment.ts';

const pack = loadPack(allotment);
const top = 3;
const paths = ['leads', 'aimed', 'unaimed', 'maintains', 'none'];

/** Every case that target rules of the small pack can meet, as far as these facts go. */
const everyCase = [0, 1, 2, 3].flatMap((achieved) =>
  Array.from({ length: top - achieved + 1 }, (_, room) => room).flatMap((room) =>
    (achieved < top ? ['yes', 'no'] : ['no']).flatMap((workingTowards) =>
      paths.map((path) => ({ achieved, room, workingTowards, path })),
    ),
  ),
);

const test: fc.Arbitrary<FactTest> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('achieved', 'room'),
    operator: fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
    value: fc.integer({ min: -1, max: 5 }),
  }),
  fc.record({
    fact: fc.constantFrom('achieved', 'room'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.integer({ min: -1, max: 5 }),
  }),
  fc.record({
    fact: fc.constant('workingTowards'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom('yes', 'no'),
  }),
  fc.record({
    fact: fc.constant('path'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray(paths, { minLength: 1 }),
  }),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ group: Condition; member: FactTest | Condition }>(
  (tie) => ({
    member: fc.oneof({ maxDepth: 2 }, test, tie('group')),
    group: fc.oneof(
      fc.record({ all: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) }),
    ),
  }),
).group;

it('a condition holds in a case that is found exactly if json-rules-engine knows one among all', async () => {
  await fc.assert(
    fc.asyncProperty(condition, fc.boolean(), async (when, holds) => {
      const found = findCase(variablesOf(pack, 'targets', testsOf(when)), [{ condition: when, holds }]);
      const rules = [{ id: 'rule', when }];
      const { evaluate } = jsonRulesEvaluator();
      const answers = await Promise.all(
        everyCase.map(async (each) => (await evaluate(rules, each))[0]?.holds),
      );
      expect(found !== null).toBe(answers.includes(holds));
      if (found === null || found === 'undecided') return;
      const same = everyCase.filter((each) =>
        Object.entries(found).every(
          ([fact, value]) => new Map<string, unknown>(Object.entries(each)).get(fact) === value,
        ),
      );
      expect(same.length).toBeGreaterThan(0);
      for (const each of same) expect((await evaluate(rules, each))[0]?.holds).toBe(holds);
    }),
    { seed: 2018, numRuns: 150 },
  );
});
