import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Stance } from './advice.ts';
import { FactorState } from './factor.ts';

const closed = { additionalProperties: false };

/** A worked case: a sentence that an officer can read, what is given, and what must come out. */
export const PackCase = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    sentence: Type.String({ minLength: 1 }),
    given: Type.Object(
      {
        objective: Type.Integer(),
        score: Type.String({ minLength: 1 }),
        comment: Type.String(),
        previous: Type.Optional(
          Type.Object({ score: Type.String({ minLength: 1 }), comment: Type.String() }, closed),
        ),
        factors: Type.Optional(Type.Record(Type.String(), FactorState)),
      },
      closed,
    ),
    expected: Type.Object(
      {
        ceiling: Type.Optional(Type.Integer()),
        /** Rules of the causes, hedged and overtaken ones too. */
        causes: Type.Optional(Type.Array(Type.String())),
        control: Type.Optional(
          Type.Union([
            Type.Literal('external'),
            Type.Literal('internal'),
            Type.Literal('mixed'),
            Type.Null(),
          ]),
        ),
        target: Type.Optional(Type.Integer()),
        stance: Type.Optional(Stance),
      },
      { ...closed, minProperties: 1 },
    ),
  },
  closed,
);
export type PackCase = Frozen<Static<typeof PackCase>>;

/** One file in `cases/`. */
export const CasesFile = Type.Object(
  { $schema: Type.Optional(Type.String()), cases: Type.Array(PackCase, { minItems: 1 }) },
  closed,
);
