import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, FactTest } from '../../src/model/condition.ts';
import { testsOf } from '../../src/model/condition.ts';
import { parsePhrase } from '../../src/model/phrase.ts';
import { conditionSentence, describeCondition } from '../../src/pack/describe-condition.ts';
import { describePhrase, examplePhrase } from '../../src/pack/describe-phrase.ts';
import { loadPack } from '../../src/pack/load.ts';
import { allotment } from './allotment.ts';

const pack = loadPack(allotment);
const words = (condition: Condition | FactTest) => conditionSentence(describeCondition(condition, pack));
const test = (fact: string, operator: FactTest['operator'], value: unknown) =>
  ({ fact, operator, value }) as FactTest;

describe('a condition in plain English', () => {
  it.each([
    [test('sentence', 'says', 'starts'), 'the sentence has words of “starts”'],
    [test('sentence', 'doesNotSay', 'short-of-time'), 'the sentence has no words of “short of time”'],
    [test('before', 'says', 'starts'), 'the sentence before it has words of “starts”'],
    [test('part', 'equal', 'action'), 'the sentence stands in the action'],
    [test('part', 'notEqual', 'action'), 'the sentence does not stand in the action'],
    [test('objective', 'in', [1, 3]), 'the objective is 1 Compost or 3 Rotation'],
    [test('section', 'notEqual', 'soil'), 'the section is not “Soil”'],
    [test('achieved', 'greaterThanInclusive', 2), 'the level achieved is at least 2 Tended'],
    [test('achieved', 'lessThan', 3), 'the level achieved is below 3 Shown'],
    [test('said.hours', 'equal', 'stated'), 'the comment states “hours”'],
    [
      test('said.hours', 'in', ['hedged', 'stated']),
      'the comment says “hours”, as a fact or as a possibility',
    ],
    [test('said.hours', 'notEqual', 'none'), 'the comment says “hours”, as a fact or as a possibility'],
    [test('said.hours', 'equal', 'none'), 'the comment does not say “hours”'],
    [test('said.hours', 'notEqual', 'stated'), 'the comment does not state “hours”'],
    [test('factor.shared-shed', 'notEqual', 'yes'), 'the circumstance “Shared shed” is not yes'],
    [test('factor.shared-shed', 'equal', 'yes'), 'the circumstance “Shared shed” is yes'],
    [
      test('workingTowards', 'notEqual', 'yes'),
      'the score does not say that the next level is being worked towards',
    ],
    [test('decision', 'equal', 'hold'), 'the comment gives a decision to stay'],
    [test('path', 'equal', 'none'), 'no action and no course is written'],
    [
      test('path', 'equal', 'leads'),
      'the furthest that actions and stated courses go is to lead to the next level',
    ],
    [test('room', 'equal', 0), 'the level achieved is the ceiling'],
    [test('room', 'greaterThan', 0), 'the ceiling is above the level achieved'],
    [test('room', 'greaterThanInclusive', 1), 'the ceiling is above the level achieved'],
    [test('room', 'lessThan', 2), 'the number of levels between the one achieved and the ceiling is below 2'],
    [test('unheard-of', 'equal', 'x'), 'unheard-of is x'],
  ])('%j', (condition, expected) => {
    expect(words(condition)).toBe(expected);
  });

  it('says how many of a group must hold, and a group of one says no more than its member', () => {
    const [a, b, c] = [
      test('room', 'equal', 0),
      test('decision', 'equal', 'hold'),
      test('part', 'equal', 'action'),
    ];
    expect(words({ all: [a, { any: [b, { all: [c] }] }] })).toMatchInlineSnapshot(
      `"all of these hold: the level achieved is the ceiling; (at least one of these holds: the comment gives a decision to stay; the sentence stands in the action)"`,
    );
  });

  it('speaks of every test, however deep', () => {
    const leaf = fc.constantFrom(1, 2, 3, 4, 5).map((number) => test('objective', 'equal', number));
    const { condition } = fc.letrec<{ condition: Condition; member: FactTest | Condition }>((tie) => ({
      condition: fc.oneof(
        fc.record({ all: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('member'), { minLength: 1, maxLength: 3 }) }),
      ),
      member: fc.oneof({ depthSize: 'small' }, leaf, tie('condition')),
    }));
    fc.assert(
      fc.property(condition, (any) => {
        expect(words(any).match(/the objective is/g)).toHaveLength(testsOf(any).length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a phrase for readers', () => {
  it.each([
    ['can only ..4 neighbours', 'can only …4 neighbours', 'can only … neighbours'],
    ['(no|not enough) [more] time', '(no / not enough) [more] time', 'no time'],
    ['^ a <level> requires', '| a (a level) requires', 'a 3 requires'],
    ['resourc* of {starts}', 'resourc- of ‹starts›', 'resourc- of start-'],
  ])('%s', (written, described, example) => {
    const steps = parsePhrase(written);
    if ('fault' in steps) throw new Error(steps.fault);
    expect(describePhrase(steps)).toBe(described);
    expect(examplePhrase(steps, pack.phrases, 3)).toBe(example);
  });
});
