import { Problem } from '../../kernel/problem.ts';
import { type Condition, type FactTest, membersOf } from '../../model/condition.ts';
import { allOf, always, anyOf, isOneOf, literal, never, type Sql } from './dialect.ts';

/** What conditions are written over. */
export interface ConditionScope {
  /** The column of each fact. */
  readonly columns: ReadonlyMap<string, Sql>;
  /** The framework's levels; `room` is compared by them, so that nothing is added or subtracted. */
  readonly levels: readonly number[];
  /** Words that are known of some facts: what is tested of them is decided here. */
  readonly known?: ReadonlyMap<string, string>;
}

const comparisons = {
  equal: '=',
  notEqual: '<>',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const;
type Comparison = keyof typeof comparisons;

/**
 * A rule's condition as SQL, over columns that are never null.
 *
 * `room` has no column, but where it may be tested there is one named `ceiling`: "room ≥ 1" is "ceiling > achieved", and any other number is taken level by level
 * ("achieved = 2 and ceiling ≥ 4").
 * @throws Problem PACK_BROKEN for a fact without a column, as the tests of sentences are
 */
export function conditionSql(condition: Condition, scope: ConditionScope): Sql {
  const members = membersOf(condition).map((member) =>
    'fact' in member ? testSql(member, scope) : conditionSql(member, scope),
  );
  return 'all' in condition ? allOf(members) : anyOf(members);
}

function testSql(test: FactTest, scope: ConditionScope): Sql {
  if (test.operator === 'says' || test.operator === 'doesNotSay') throw unknown(test, scope);
  if (test.fact === 'room') return roomSql(test, scope);
  const column = scope.columns.get(test.fact);
  if (column === undefined) throw unknown(test, scope);
  const known = scope.known?.get(test.fact);
  if (known !== undefined) return holdsOf(known, test) ? always : never;
  switch (test.operator) {
    case 'in':
      return isOneOf(column, test.value);
    case 'notIn':
      return allOf(test.value.map((value) => `${column} <> ${literal(value)}`));
    default:
      return `${column} ${comparisons[test.operator]} ${literal(test.value)}`;
  }
}

function holdsOf(word: string, { operator, value }: FactTest): boolean {
  const named = Array.isArray(value) ? value.includes(word) : value === word;
  return operator === 'equal' || operator === 'in' ? named : !named;
}

function roomSql(test: FactTest, { columns, levels }: ConditionScope): Sql {
  const achieved = columns.get('achieved');
  const compared = (comparison: Comparison, room: number): Sql => {
    if (room === 0) return `ceiling ${comparisons[comparison]} ${achieved}`;
    if (room === 1 && comparison === 'greaterThanInclusive') return compared('greaterThan', 0);
    if (room === 1 && comparison === 'lessThan') return compared('lessThanInclusive', 0);
    const byLevel = levels.map((level) =>
      allOf([
        `${achieved} = ${literal(level)}`,
        `ceiling ${comparisons[comparison]} ${literal(level + room)}`,
      ]),
    );
    return anyOf(byLevel);
  };
  const rooms = (Array.isArray(test.value) ? test.value : [test.value]).map(Number);
  switch (test.operator) {
    case 'in':
      return anyOf(rooms.map((room) => compared('equal', room)));
    case 'notIn':
      return allOf(rooms.map((room) => compared('notEqual', room)));
    case 'says':
    case 'doesNotSay':
      return never;
    default: {
      const { operator } = test;
      return allOf(rooms.map((room) => compared(operator, room)));
    }
  }
}

function unknown({ fact, operator }: FactTest, { columns }: ConditionScope): Problem {
  return new Problem('PACK_BROKEN', {
    seen: `${fact} ${operator}`,
    allowed: [...columns.keys()].join(', '),
    repair: 'Name one of these facts.',
  });
}
