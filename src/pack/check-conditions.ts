import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { type Condition, deepestCondition, depthOf, type FactTest, membersOf } from '../model/condition.ts';
import { type FactKind, factCatalogue, type Stage } from './facts.ts';
import type { PackContent } from './pack.ts';
import { shortened, shortList } from './short-words.ts';
import { type Place, unknownNames } from './unknown-names.ts';

interface Rule {
  readonly id: string;
  readonly when: Condition;
}

const wordOperators = ['equal', 'notEqual', 'in', 'notIn'];

/** What is wrong with the conditions of one stage's rules: unknown facts, operators and values, direction, depth. */
export function checkConditions(
  content: PackContent,
  stage: Stage,
  rules: readonly Rule[],
): readonly Diagnostic[] {
  const facts = factCatalogue(content, stage);
  const file = `${stage}.json`;
  return rules.flatMap(({ id, when }, index) => {
    const place = { file, place: `rule ${id}` };
    const path = `/rules/${index}/when`;
    const found = placedTests(when, path).flatMap(({ test, path: at }) =>
      checkTest(test, facts, content, stage, { ...place, path: at }),
    );
    if (depthOf(when) <= deepestCondition) return found;
    const depth = diagnose('pack/too-deep', {
      ...place,
      path,
      seen: `${depthOf(when)} levels`,
      allowed: `at most ${deepestCondition}`,
      repair: 'Write the condition flatter, or as two rules.',
    });
    return [...found, depth];
  });
}

/** Every test of a condition, at any depth, with its JSON pointer. */
function placedTests(
  condition: Condition,
  path: string,
): readonly { readonly test: FactTest; readonly path: string }[] {
  const group = 'all' in condition ? 'all' : 'any';
  return membersOf(condition).flatMap((member, index) => {
    const at = `${path}/${group}/${index}`;
    return 'fact' in member ? [{ test: member, path: at }] : placedTests(member, at);
  });
}

function checkTest(
  test: FactTest,
  facts: ReadonlyMap<string, FactKind>,
  content: PackContent,
  stage: Stage,
  at: Place,
): readonly Diagnostic[] {
  if (test.fact === 'sentence' || test.fact === 'before') return checkSentenceTest(test, content, stage, at);
  const kind = facts.get(test.fact);
  if (kind === undefined) {
    const allowed = shortList(facts.keys());
    const seen = shortened(test.fact);
    return [diagnose('pack/unknown-fact', { ...at, seen, allowed, repair: 'Name one of these facts.' })];
  }
  return [...checkOperator(test, kind, at), ...checkDirection(test, stage, at)];
}

function checkSentenceTest(
  test: FactTest,
  content: PackContent,
  stage: Stage,
  at: Place,
): readonly Diagnostic[] {
  if (stage !== 'reading' || (test.operator !== 'says' && test.operator !== 'doesNotSay')) {
    const seen = `${test.fact} ${test.operator}`;
    const allowed = 'says, doesNotSay, in reading.json';
    return [diagnose('pack/wrong-operator', { ...at, seen, allowed, repair: 'Use one of these operators.' })];
  }
  if (Object.hasOwn(content.reading.phrases, test.value)) return [];
  return unknownNames(at, [test.value], Object.keys(content.reading.phrases));
}

function checkOperator(test: FactTest, kind: FactKind, at: Place): readonly Diagnostic[] {
  const values = Array.isArray(test.value) ? test.value : [test.value];
  const seen = `${test.fact} ${test.operator} ${shortList(values)}`;
  if (kind.type === 'integer') {
    if (values.every((value) => typeof value === 'number') && test.operator !== 'says') return [];
    return [
      diagnose('pack/wrong-operator', {
        ...at,
        seen,
        allowed: 'integers',
        repair: 'Compare it with a number.',
      }),
    ];
  }
  const fits =
    wordOperators.includes(test.operator) && values.every((value) => kind.values.includes(String(value)));
  if (fits) return [];
  const allowed = `${wordOperators.join(', ')} with ${shortList(kind.values)}`;
  return [
    diagnose('pack/wrong-operator', {
      ...at,
      seen,
      allowed,
      repair: 'Use one of these operators and values.',
    }),
  ];
}

/** A ceiling may rest on a circumstance that is not there, a target on one that is: then lifting never lowers. */
function checkDirection(test: FactTest, stage: Stage, at: Place): readonly Diagnostic[] {
  if (!test.fact.startsWith('factor.')) return [];
  const operator = stage === 'ceilings' ? 'notEqual' : 'equal';
  if (test.operator === operator && test.value === 'yes') return [];
  return [
    diagnose('pack/factor-direction', {
      ...at,
      seen: `${test.fact} ${test.operator} ${String(test.value)}`,
      allowed: `${test.fact} ${operator} yes`,
      repair: 'Test only this, so that a circumstance that becomes true can lower nothing.',
    }),
  ];
}
