import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** What is known of a circumstance: never assumed from silence; `claimed` where a score implies it. */
export const FactorState = Type.Union([
  Type.Literal('yes'),
  Type.Literal('no'),
  Type.Literal('unknown'),
  Type.Literal('claimed'),
]);
export type FactorState = Static<typeof FactorState>;

/** The states that a person can set. */
export const settableFactorStates = ['yes', 'no', 'unknown'] as const;

/** A circumstance outside the score that a rule can depend on. */
export const Factor = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$', description: 'The name that rules use: "factor.<id>".' }),
    name: Type.String({ minLength: 1, description: 'As pages show it.' }),
    question: Type.String({
      minLength: 1,
      description: 'Asked of the organisation, to be answered yes, no or unknown.',
    }),
  },
  { additionalProperties: false },
);
export type Factor = Frozen<Static<typeof Factor>>;
