import type { Framework } from '../model/framework.ts';
import { levelName, objectiveName, sectionName } from '../model/framework-names.ts';
import type { PackContent } from './pack.ts';
import { plainName } from './plain-name.ts';

/** What a test names beside plain words, so that a reader can be led to it. */
export interface Named {
  readonly kind: 'phrases' | 'signal' | 'circumstance';
  readonly id: string;
}

/** One test in plain English: a clause without a full stop, in which `text` is the name of what it tests. */
export interface DescribedTest {
  readonly before: string;
  /** Null where the clause is all in `before`. */
  readonly named: (Named & { readonly text: string }) | null;
  readonly after: string;
}

/** One test of a condition, as a rule has it or as it was evaluated. */
export interface WrittenTest {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

type Names = Pick<PackContent, 'framework' | 'factors'>;

/** One test of a condition as a clause in plain English; one of a fact that no stage has is given as it is written. */
export function describeTest(test: WrittenTest, names: Names): DescribedTest {
  const { fact } = test;
  const not = test.operator === 'doesNotSay' ? 'no words' : 'words';
  if (fact === 'sentence') return about(`the sentence has ${not} of `, 'phrases', test.value);
  if (fact === 'before') return about(`the sentence before it has ${not} of `, 'phrases', test.value);
  if (fact.startsWith('said.')) return said(test, fact.slice('said.'.length));
  if (fact.startsWith('factor.')) return circumstance(test, fact.slice('factor.'.length), names);
  return { before: plainClause(test, names.framework), named: null, after: '' };
}

/** What was seen of the fact that a test asks of, in a few words; null where the clause and whether it holds say it all. */
export function describeSeen(fact: string, seen: unknown): string | null {
  const value = String(seen);
  if (fact === 'workingTowards' || fact === 'decision') return null;
  if (fact === 'room') return value === '0' ? 'they are the same' : `the ceiling is ${value} higher`;
  if (fact === 'path') return value === 'none' ? 'none is written' : `it is to ${paths[value] ?? value}`;
  if (fact.startsWith('said.')) return saidSeen[value] ?? `it is ${value}`;
  const state = Object.entries(states).find(([key]) => key === value)?.[1];
  return `it is ${fact.startsWith('factor.') ? (state ?? value) : value}`;
}

const saidSeen: Readonly<Record<string, string>> = {
  none: 'it says nothing of it',
  hedged: 'it gives it as a possibility',
  stated: 'it states it',
};

function about(before: string, kind: Named['kind'], id: unknown, after = '', text?: string): DescribedTest {
  return { before, named: { kind, id: String(id), text: text ?? plainName(String(id)) }, after };
}

/** What a comment says of a signal depends on which of its three values are let through. */
function said(test: WrittenTest, signal: string): DescribedTest {
  const through = valuesLetThrough(test, ['none', 'hedged', 'stated']).join(' ');
  const ways: Readonly<Record<string, readonly [string, string]>> = {
    none: ['the comment does not say ', ''],
    hedged: ['the comment gives ', ' only as a possibility'],
    stated: ['the comment states ', ''],
    'hedged stated': ['the comment says ', ', as a fact or as a possibility'],
    'none hedged': ['the comment does not state ', ''],
    'none stated': ['the comment states ', ', or says nothing of it'],
  };
  const [before, after] = ways[through] ?? ['whatever the comment says of ', ''];
  return about(before, 'signal', signal, after);
}

const states = { yes: 'yes', no: 'no', unknown: 'not known', claimed: 'claimed by a score' } as const;

function circumstance(test: WrittenTest, id: string, { factors }: Names): DescribedTest {
  const name = factors.find((factor) => factor.id === id)?.name;
  const words = listOf(test).map((value) => Object.entries(states).find(([key]) => key === value)?.[1]);
  const verb = isNegative(test) ? 'is not' : 'is';
  return about('the circumstance ', 'circumstance', id, ` ${verb} ${words.join(' or ')}`, name);
}

function plainClause(test: WrittenTest, framework: Framework): string {
  switch (test.fact) {
    case 'part':
      return `the sentence ${isNegative(test) ? 'does not stand' : 'stands'} in the ${listOf(test).join(' or the ')}`;
    case 'objective':
      return `the objective ${compared(test, (value) => objectiveName(framework, value))}`;
    case 'section':
      return `the section ${compared(test, (value) => `“${sectionName(framework, value)}”`)}`;
    case 'achieved':
      return `the level achieved ${compared(test, (value) => levelName(framework, value))}`;
    case 'workingTowards':
      return eitherWay(valuesLetThrough(test, ['yes', 'no']), {
        yes: 'the score says that the next level is being worked towards',
        no: 'the score does not say that the next level is being worked towards',
      });
    case 'decision':
      return eitherWay(valuesLetThrough(test, ['hold', 'none']), {
        hold: 'the comment gives a decision to stay',
        none: 'the comment does not give a decision to stay',
      });
    case 'path':
      return pathClause(valuesLetThrough(test, ['leads', 'aimed', 'unaimed', 'maintains', 'none']));
    case 'room':
      return roomClause(test);
    default:
      return `${test.fact} ${compared(test, String)}`;
  }
}

function eitherWay(through: readonly string[], words: Readonly<Record<string, string>>): string {
  return through.map((value) => words[value] ?? value).join(', or ') || 'never';
}

const paths: Readonly<Record<string, string>> = {
  leads: 'lead to the next level',
  aimed: 'explore something that is aimed at the next level or at the obstacle',
  unaimed: 'explore something that is not aimed at the next level',
  maintains: 'keep the present level',
};

function pathClause(through: readonly string[]): string {
  const ways = through.filter((value) => value !== 'none').map((value) => paths[value] ?? value);
  const goes = `the furthest that actions and stated courses go is to ${ways.join(', or to ')}`;
  if (!through.includes('none')) return goes;
  return ways.length === 0
    ? 'no action and no course is written'
    : `no action and no course is written, or ${goes}`;
}

function roomClause(test: WrittenTest): string {
  const [value] = listOf(test);
  const positive =
    (test.operator === 'greaterThanInclusive' && value === 1) ||
    ((test.operator === 'greaterThan' || test.operator === 'notEqual') && value === 0);
  if (positive) return 'the ceiling is above the level achieved';
  if (test.operator === 'equal' && value === 0) return 'the level achieved is the ceiling';
  return `the number of levels between the one achieved and the ceiling ${compared(test, String)}`;
}

/** "is 3", "is not 1 or 2", "is at least 4". */
function compared(test: WrittenTest, name: (value: string | number) => string): string {
  return `${operatorWords[test.operator] ?? test.operator} ${listOf(test).map(name).join(' or ')}`;
}

const operatorWords: Readonly<Record<string, string>> = {
  equal: 'is',
  notEqual: 'is not',
  in: 'is',
  notIn: 'is not',
  lessThan: 'is below',
  lessThanInclusive: 'is at most',
  greaterThan: 'is above',
  greaterThanInclusive: 'is at least',
  says: 'says',
  doesNotSay: 'does not say',
};

function isNegative({ operator }: WrittenTest): boolean {
  return operator === 'notEqual' || operator === 'notIn';
}

function listOf({ value }: WrittenTest): readonly (string | number)[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => (typeof each === 'number' ? each : String(each)));
}

/** Those of a fact's values for which a test holds, in their order. */
function valuesLetThrough(test: WrittenTest, all: readonly string[]): readonly string[] {
  const named = listOf(test);
  return all.filter((value) => named.includes(value) !== isNegative(test));
}
