import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonRulesEvaluator } from '../../../src/engine/json-rules.ts';
import { conditionHolds } from '../../../src/engine/reading/condition-holds.ts';
import type { Statement } from '../../../src/engine/reading/statements.ts';
import type { Condition, FactTest } from '../../../src/model/condition.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { pack } from '../medway.ts';

/** A statement that says these sets of phrases and nothing else. */
function saying(sets: readonly string[]): Statement {
  return { start: 0, end: 0, words: [], says: (set) => sets.includes(set), match: () => null };
}

async function agree(
  rules: readonly { readonly id: string; readonly when: Condition }[],
  part: string,
  sentence: readonly string[],
  before: readonly string[] | null,
): Promise<number> {
  const traces = await jsonRulesEvaluator().evaluate(rules, { part, sentence, before: before ?? [] });
  const own = { part, sentence: saying(sentence), before: before === null ? null : saying(before) };
  const held = rules.filter(({ when }) => conditionHolds(when, own)).map(({ id }) => id);
  expect(held.toSorted()).toEqual(traces.filter(({ holds }) => holds).map(({ rule }) => rule));
  return held.length;
}

const allotment = loadPack(fileURLToPath(new URL('../../packs/allotment', import.meta.url)));
const parts = fc.constantFrom('commentary', 'action');
const subset = (sets: readonly string[]) => fc.subarray([...sets]);

it.each([
  ['the real pack', pack],
  ['the small pack', allotment],
])('the rules of %s hold for a statement as json-rules-engine has it', async (_, { reading }) => {
  const sets = Object.keys(reading.phrases);
  let held = 0;
  await fc.assert(
    fc.asyncProperty(
      parts,
      fc.subarray(sets, { maxLength: 6 }),
      fc.option(fc.subarray(sets, { maxLength: 6 })),
      async (...said) => {
        held += await agree(reading.rules, ...said);
      },
    ),
    { seed: 3, numRuns: 150 },
  );
  expect(held).toBeGreaterThan(20);
});

it('any condition of the closed form holds as json-rules-engine has it', async () => {
  const names = ['a', 'b', 'c'] as const;
  const test: fc.Arbitrary<FactTest> = fc.oneof(
    fc.record({
      fact: fc.constantFrom('sentence' as const, 'before' as const),
      operator: fc.constantFrom('says' as const, 'doesNotSay' as const),
      value: fc.constantFrom(...names),
    }),
    fc.record({
      fact: fc.constant('part'),
      operator: fc.constantFrom('equal' as const, 'notEqual' as const),
      value: parts,
    }),
    fc.record({
      fact: fc.constant('part'),
      operator: fc.constantFrom('in' as const, 'notIn' as const),
      value: fc.array(parts, { minLength: 1, maxLength: 2 }),
    }),
  );
  const condition = fc.letrec<{ group: Condition; member: FactTest | Condition }>((tie) => {
    const members = fc.array(tie('member'), { minLength: 1, maxLength: 3 });
    return {
      group: fc.oneof(
        members.map((all) => ({ all })),
        members.map((any) => ({ any })),
      ),
      member: fc.oneof({ maxDepth: 3 }, test, tie('group')),
    };
  }).group;
  let held = 0;
  await fc.assert(
    fc.asyncProperty(condition, parts, subset(names), fc.option(subset(names)), async (when, ...said) => {
      held += await agree([{ id: 'drawn', when }], ...said);
    }),
    { seed: 59, numRuns: 500 },
  );
  expect(held).toBeGreaterThan(100);
});

it('a fact that reading rules do not have is refused', () => {
  const when: Condition = { all: [{ fact: 'achieved', operator: 'lessThan', value: 3 }] };
  const facts = { part: 'action', sentence: saying([]), before: null };
  expect(() => conditionHolds(when, facts)).toThrow('achieved');
});
