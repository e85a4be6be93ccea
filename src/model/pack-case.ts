import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Stance } from './advice.ts';
import { FactorState } from './factor.ts';

const closed = { additionalProperties: false };

/** A worked case: a sentence that an officer can read, what is given, and what must come out. */
export const PackCase = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    sentence: Type.String({ minLength: 1, description: 'What the case shows, in one plain sentence.' }),
    given: Type.Object(
      {
        objective: Type.Integer({ description: 'The number of an objective.' }),
        score: Type.String({ minLength: 1, description: 'As an organisation writes it: "3" or "2/3".' }),
        comment: Type.String({ description: 'The text of the cell; invented, or quoted with its source.' }),
        previous: Type.Optional(
          Type.Object(
            { score: Type.String({ minLength: 1 }), comment: Type.String() },
            { ...closed, description: 'Score and comment of the period before.' },
          ),
        ),
        factors: Type.Optional(
          Type.Record(Type.String(), FactorState, {
            description: 'Circumstances that are known, by id; the others are unknown.',
          }),
        ),
      },
      { ...closed, description: 'What the case starts from.' },
    ),
    expected: Type.Object(
      {
        ceiling: Type.Optional(Type.Integer({ description: 'The level of the ceiling.' })),
        causes: Type.Optional(
          Type.Array(Type.String(), {
            description: 'Ids of the ceiling rules that hold, in any order; hedged and overtaken ones too.',
          }),
        ),
        control: Type.Optional(
          Type.Union(
            [Type.Literal('external'), Type.Literal('internal'), Type.Literal('mixed'), Type.Null()],
            {
              description: 'Who could lift the ceiling; null where nothing binds.',
            },
          ),
        ),
        target: Type.Optional(Type.Integer({ description: 'The level suggested for the next period.' })),
        stance: Type.Optional(Stance),
        rule: Type.Optional(Type.String({ description: 'The id of the target rule that holds.' })),
      },
      { ...closed, minProperties: 1, description: 'What must come out; what is left out is not compared.' },
    ),
  },
  closed,
);
export type PackCase = Frozen<Static<typeof PackCase>>;

/** One file in `cases/`. */
export const CasesFile = Type.Object(
  { $schema: Type.Optional(Type.String()), cases: Type.Array(PackCase, { minItems: 1 }) },
  { ...closed, title: 'Cases', description: 'Worked cases that the rules must answer as they say.' },
);
