import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const Literal = Type.Union([Type.String({ minLength: 1 }), Type.Integer()]);
const Fact = Type.String({
  minLength: 1,
  description: 'The name of a fact; docs/rules.md lists those of each stage.',
});

/** One test of one fact against a literal. */
export const FactTest = Type.Union([
  Type.Object(
    {
      fact: Fact,
      operator: Type.Union([Type.Literal('equal'), Type.Literal('notEqual')]),
      value: Literal,
    },
    closed,
  ),
  Type.Object(
    {
      fact: Fact,
      operator: Type.Union([Type.Literal('in'), Type.Literal('notIn')]),
      value: Type.Array(Literal, { minItems: 1 }),
    },
    closed,
  ),
  Type.Object(
    {
      fact: Fact,
      operator: Type.Union([
        Type.Literal('lessThan'),
        Type.Literal('lessThanInclusive'),
        Type.Literal('greaterThan'),
        Type.Literal('greaterThanInclusive'),
      ]),
      value: Type.Integer(),
    },
    closed,
  ),
  Type.Object(
    {
      fact: Type.Union([Type.Literal('sentence'), Type.Literal('before')]),
      operator: Type.Union([Type.Literal('says'), Type.Literal('doesNotSay')]),
      value: Type.String({ minLength: 1, description: 'The name of a set of phrases.' }),
    },
    closed,
  ),
]);
export type FactTest = Frozen<Static<typeof FactTest>>;

/**
 * The closed form of every rule's condition: `all` or `any` of tests and further groups, never empty.
 * There is no `not`, no path, no parameter, no priority and no comparison of two facts.
 */
export const Condition = Type.Cyclic(
  {
    Test: FactTest,
    Condition: Type.Union([
      Type.Object(
        { all: Type.Array(Type.Union([Type.Ref('Test'), Type.Ref('Condition')]), { minItems: 1 }) },
        { ...closed, description: 'Holds if every one of these holds.' },
      ),
      Type.Object(
        { any: Type.Array(Type.Union([Type.Ref('Test'), Type.Ref('Condition')]), { minItems: 1 }) },
        { ...closed, description: 'Holds if at least one of these holds.' },
      ),
    ]),
  },
  'Condition',
);
export type Condition =
  | { readonly all: readonly (FactTest | Condition)[] }
  | { readonly any: readonly (FactTest | Condition)[] };

/** The deepest nesting of groups that a condition may have. */
export const deepestCondition = 8;

/** The tests and groups directly inside a group. */
export function membersOf(condition: Condition): readonly (FactTest | Condition)[] {
  return 'all' in condition ? condition.all : condition.any;
}

/** Every test of a condition, at any depth, in order. */
export function testsOf(condition: Condition): readonly FactTest[] {
  return membersOf(condition).flatMap((member) => ('fact' in member ? [member] : testsOf(member)));
}

/** How many groups deep a condition is; 1 for a group of tests. */
export function depthOf(condition: Condition): number {
  const inner = membersOf(condition).map((member) => ('fact' in member ? 0 : depthOf(member)));
  return 1 + Math.max(...inner);
}
