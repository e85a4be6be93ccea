import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EvaluableRule,
  type GroupTrace,
  jsonRulesEvaluator,
  type TestTrace,
} from '../../src/engine/json-rules.ts';
import type { Condition, FactTest } from '../../src/model/condition.ts';

const level = (value: number): FactTest => ({ fact: 'level', operator: 'equal', value });
const word = (value: string): FactTest => ({ fact: 'word', operator: 'equal', value });
const rule = (id: string, when: Condition): EvaluableRule => ({ id, when });

/** Whether a condition holds, by the definition of its parts: the reference for json-rules-engine. */
function holds(test: FactTest | Condition, facts: Readonly<Record<string, number | string>>): boolean {
  if ('all' in test) return test.all.every((member) => holds(member, facts));
  if ('any' in test) return test.any.some((member) => holds(member, facts));
  const seen = facts[test.fact];
  switch (test.operator) {
    case 'equal':
      return seen === test.value;
    case 'notEqual':
      return seen !== test.value;
    case 'in':
      return test.value.some((value) => value === seen);
    case 'notIn':
      return !test.value.some((value) => value === seen);
    case 'lessThan':
      return Number(seen) < test.value;
    case 'lessThanInclusive':
      return Number(seen) <= test.value;
    case 'greaterThan':
      return Number(seen) > test.value;
    case 'greaterThanInclusive':
      return Number(seen) >= test.value;
    default:
      throw new Error(`${test.operator} is for sentences`);
  }
}

describe('the evaluator of rules', () => {
  it('gives every rule, sorted by id, whether it holds or not', async () => {
    const rules = [
      rule('c', { all: [level(3)] }),
      rule('a', { all: [level(4)] }),
      rule('b', { any: [level(3)] }),
    ];
    const traces = await jsonRulesEvaluator().evaluate(rules, { level: 3 });
    expect(traces.map((trace) => [trace.rule, trace.holds])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
  });

  it('has nothing to say of no rules', async () => {
    expect(await jsonRulesEvaluator().evaluate([], {})).toEqual([]);
  });

  it('throws where a fact is missing', async () => {
    const rules = [rule('a', { all: [level(3), word('x')] })];
    await expect(jsonRulesEvaluator().evaluate(rules, { level: 3 })).rejects.toThrow(/word/);
  });

  it('answers the next question after one that failed', async () => {
    const { evaluate } = jsonRulesEvaluator();
    const rules = [rule('a', { all: [level(3)] })];
    await expect(evaluate(rules, {})).rejects.toThrow();
    expect(await evaluate(rules, { level: 3 })).toMatchObject([{ rule: 'a', holds: true }]);
  });

  it('keeps all rules of runs that overlap, each with its own facts', async () => {
    const { evaluate } = jsonRulesEvaluator();
    const rules = Array.from({ length: 12 }, (_, at) =>
      rule(`r${String(at).padStart(2, '0')}`, { all: [level(at)] }),
    );
    const runs = await Promise.all(
      Array.from({ length: 40 }, (_, run) => evaluate(rules, { level: run % 12 })),
    );
    for (const [run, traces] of runs.entries()) {
      expect(traces).toHaveLength(12);
      expect(traces.filter((trace) => trace.holds).map((trace) => trace.rule)).toEqual([
        `r${String(run % 12).padStart(2, '0')}`,
      ]);
    }
  });

  it('shows every test with the value that it saw, also those that did not matter', async () => {
    const when: Condition = {
      any: [level(3), { all: [level(4), word('x'), { any: [word('y'), level(3)] }] }],
    };
    const [trace] = await jsonRulesEvaluator().evaluate([rule('a', when)], { level: 3, word: 'z' });
    expect(trace).toMatchInlineSnapshot(`
      {
        "condition": {
          "group": "any",
          "holds": true,
          "members": [
            {
              "fact": "level",
              "holds": true,
              "operator": "equal",
              "seen": 3,
              "value": 3,
            },
            {
              "group": "all",
              "holds": false,
              "members": [
                {
                  "fact": "level",
                  "holds": false,
                  "operator": "equal",
                  "seen": 3,
                  "value": 4,
                },
                {
                  "fact": "word",
                  "holds": false,
                  "operator": "equal",
                  "seen": "z",
                  "value": "x",
                },
                {
                  "group": "any",
                  "holds": true,
                  "members": [
                    {
                      "fact": "word",
                      "holds": false,
                      "operator": "equal",
                      "seen": "z",
                      "value": "y",
                    },
                    {
                      "fact": "level",
                      "holds": true,
                      "operator": "equal",
                      "seen": 3,
                      "value": 3,
                    },
                  ],
                },
              ],
            },
          ],
        },
        "holds": true,
        "rule": "a",
      }
    `);
  });

  it('asks what a sentence says and does not say', async () => {
    const says = (operator: 'says' | 'doesNotSay', value: string): FactTest => ({
      fact: 'sentence',
      operator,
      value,
    });
    const rules = [
      rule('a', { all: [says('says', 'limit'), says('doesNotSay', 'hedge')] }),
      rule('b', { all: [says('says', 'hedge')] }),
    ];
    const traces = await jsonRulesEvaluator().evaluate(rules, { sentence: ['limit', 'law'] });
    expect(traces.map((trace) => trace.holds)).toEqual([true, false]);
  });
});

describe('the law of evaluation', () => {
  const test: fc.Arbitrary<FactTest> = fc.oneof(
    fc.record({
      fact: fc.constant('level'),
      operator: fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
      value: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({
      fact: fc.constantFrom('level', 'word'),
      operator: fc.constantFrom('equal', 'notEqual'),
      value: fc.constantFrom(0, 1, '1', 'x', 'y'),
    }),
    fc.record({
      fact: fc.constantFrom('level', 'word'),
      operator: fc.constantFrom('in', 'notIn'),
      value: fc.array(fc.constantFrom(0, 1, '1', 'x'), { minLength: 1, maxLength: 3 }),
    }),
  );
  const { condition } = fc.letrec<{ condition: Condition; member: FactTest | Condition }>((tie) => ({
    member: fc.oneof({ maxDepth: 3 }, test, tie('condition')),
    condition: fc.oneof(
      fc.record({ all: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) }),
    ),
  }));
  const facts = fc.record({ level: fc.integer({ min: 0, max: 3 }), word: fc.constantFrom('x', 'y', '1') });

  it('json-rules-engine and the definition agree on every condition, and the trace has every test', async () => {
    const { evaluate } = jsonRulesEvaluator();
    await fc.assert(
      fc.asyncProperty(condition, facts, async (when, given) => {
        const [trace] = await evaluate([rule('a', when)], given);
        expect(trace?.holds).toBe(holds(when, given));
        expect(trace && shape(trace.condition)).toEqual(shapeOf(when, given));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

/** A condition as "fact operator holds", group by group. */
type Shape = string | { readonly group: string; readonly members: readonly Shape[] };

function shape(trace: GroupTrace | TestTrace): Shape {
  if (!('group' in trace)) return `${trace.fact} ${trace.operator} ${trace.holds}`;
  return { group: `${trace.group} ${trace.holds}`, members: trace.members.map(shape) };
}

function shapeOf(test: FactTest | Condition, facts: Readonly<Record<string, number | string>>): Shape {
  const holding = holds(test, facts);
  if ('fact' in test) return `${test.fact} ${test.operator} ${holding}`;
  const [group, members] = 'all' in test ? ['all', test.all] : ['any', test.any];
  return { group: `${group} ${holding}`, members: members.map((member) => shapeOf(member, facts)) };
}
