import type { FactTest } from '../../model/condition.ts';
import { factCatalogue, type Stage } from '../facts.ts';
import type { PackContent } from '../pack.ts';

/** Values of some facts; those of sentences are "yes" where a phrase of the set is said. */
export type FactCase = Readonly<Record<string, string | number>>;

/** Facts that vary together, with every way in which they can, as far as rules tell them apart. */
export interface Variable {
  readonly facts: readonly string[];
  readonly values: readonly FactCase[];
}

/** What stands before the name of a fact to say its value after a limit is lifted. */
export const after = 'after ';

/** The name of a fact in a case: each set of phrases is one of its own. */
export function factOf({ fact, operator, value }: FactTest): string {
  return operator === 'says' || operator === 'doesNotSay' ? `${fact} says ${value}` : fact;
}

/** Whether a test holds for a value of its fact. */
export function testHolds({ operator, value }: FactTest, seen: string | number): boolean {
  switch (operator) {
    case 'equal':
      return seen === value;
    case 'notEqual':
      return seen !== value;
    case 'in':
      return value.includes(seen);
    case 'notIn':
      return !value.includes(seen);
    case 'says':
      return seen === 'yes';
    case 'doesNotSay':
      return seen === 'no';
    case 'lessThan':
      return Number(seen) < value;
    case 'lessThanInclusive':
      return Number(seen) <= value;
    case 'greaterThan':
      return Number(seen) > value;
    case 'greaterThanInclusive':
      return Number(seen) >= value;
  }
}

/** The two groups of facts that do not vary freely: an objective has its section, and a score its room. */
const together: readonly (readonly string[])[] = [
  ['objective', 'section'],
  ['achieved', 'workingTowards', 'room'],
];

/**
 * The variables of the facts that tests ask for; values that every test answers alike are one.
 * @param content a pack whose conditions name facts that there are
 * @param keeps leaves out values that cannot be where the tests are asked
 */
export function variablesOf(
  content: PackContent,
  stage: Stage,
  tests: readonly FactTest[],
  keeps: (value: FactCase) => boolean = () => true,
): readonly Variable[] {
  const catalogue = factCatalogue(content, stage);
  const byFact = Map.groupBy(tests, factOf);
  const groups = Map.groupBy(
    byFact.keys(),
    (fact) => together.find((facts) => facts.includes(fact))?.[0] ?? fact,
  );
  return [...groups].map(([first, facts]) => {
    const kind = catalogue.get(first);
    const all: readonly FactCase[] =
      first === 'objective'
        ? content.framework.objectives.map(({ number, section }) => ({ objective: number, section }))
        : first === 'achieved'
          ? scores(content)
          : (kind?.type === 'word' ? kind.values : ['no', 'yes']).map((value) => ({ [first]: value }));
    const asked = facts.flatMap((fact) => (byFact.get(fact) ?? []).map((test) => ({ fact, test })));
    const values = distinct(all.filter(keeps), (value) => answers(asked, value));
    return { facts, values: values.map((value) => only(value, facts)) };
  });
}

/** Every step by which a lifted limit changes facts of target rules: more room, or a circumstance that is there. */
export function liftsOf(content: PackContent, tests: readonly FactTest[]): readonly Variable[] {
  const byFact = Map.groupBy(tests, factOf);
  const asked = (of: readonly string[]) =>
    of.flatMap((fact) => (byFact.get(fact) ?? []).map((test) => ({ fact, test })));
  const lift = (facts: readonly string[], steps: readonly (readonly [FactCase, FactCase])[]) => {
    const values = steps.map(([before, then]) => ({
      ...before,
      ...Object.fromEntries(Object.entries(then).map(([fact, value]) => [after + fact, value])),
    }));
    const keyOf = (value: FactCase) => answers(asked(facts), value) + answers(asked(facts), value, after);
    const tested = facts.filter((fact) => byFact.has(fact)).flatMap((fact) => [fact, after + fact]);
    return { facts, values: distinct(values, keyOf).map((value) => only(value, tested)) };
  };
  const room = scores(content).flatMap((score): readonly (readonly [FactCase, FactCase])[] =>
    score.achieved + score.room < top(content) ? [[score, { ...score, room: score.room + 1 }]] : [],
  );
  const factors = [...byFact.keys()].filter((fact) => fact.startsWith('factor.'));
  return [
    lift(['achieved', 'workingTowards', 'room'], room),
    ...factors.map((fact) =>
      lift(
        [fact],
        ['no', 'unknown', 'claimed'].map((state) => [{ [fact]: state }, { [fact]: 'yes' }] as const),
      ),
    ),
  ];
}

function scores({ framework }: PackContent) {
  const levels = framework.levels.map(({ level }) => level);
  const highest = Math.max(...levels);
  return levels.flatMap((achieved) =>
    Array.from({ length: highest - achieved + 1 }, (_, room) => room).flatMap((room) =>
      (achieved < highest ? ['no', 'yes'] : ['no']).map((workingTowards) => ({
        achieved,
        workingTowards,
        room,
      })),
    ),
  );
}

function top({ framework }: PackContent): number {
  return Math.max(...framework.levels.map(({ level }) => level));
}

function answers(
  asked: readonly { readonly fact: string; readonly test: FactTest }[],
  value: FactCase,
  prefix = '',
): string {
  return asked.map(({ fact, test }) => (testHolds(test, value[prefix + fact] ?? '') ? 1 : 0)).join('');
}

function distinct(values: readonly FactCase[], keyOf: (value: FactCase) => string): readonly FactCase[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}

function only(value: FactCase, facts: readonly string[]): FactCase {
  return Object.fromEntries(Object.entries(value).filter(([fact]) => facts.includes(fact)));
}
