import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Condition } from './condition.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[a-z0-9-]+$' });
const common = {
  id: Id,
  title: Type.String({ minLength: 1, description: 'What the rule says, in one plain sentence.' }),
  citation: Type.String({ minLength: 1, description: 'The sentence or the reason that this rule rests on.' }),
  cause: Type.String({ pattern: '^[a-z0-9-]+$', description: 'An id of causes.json.' }),
  factor: Type.Union([Id, Type.Null()], {
    description:
      'The circumstance (an id of factors.json) that would lift it; null where there is none to switch.',
  }),
  when: Condition,
};
const RulesOut = Type.Integer({ description: 'The lowest level that is out of reach while the rule holds.' });
const Quote = Type.String({
  minLength: 1,
  description: 'The words that need it, exactly as the rubric has them.',
});

/** A rule that caps objectives: from an objective's criterion, from a section's principle, or from a comment. */
export const CeilingRule = Type.Union([
  Type.Object(
    {
      ...common,
      basis: Type.Literal('criterion'),
      objectives: Type.Array(Type.Integer(), { minItems: 1, description: 'Numbers of objectives.' }),
      rulesOut: RulesOut,
      quote: Quote,
    },
    closed,
  ),
  Type.Object(
    {
      ...common,
      basis: Type.Literal('principle'),
      sections: Type.Array(Id, { minItems: 1, description: 'Ids of sections.' }),
      rulesOut: RulesOut,
      quote: Quote,
    },
    closed,
  ),
  Type.Object(
    {
      ...common,
      basis: Type.Literal('comment'),
      signal: Type.String({
        pattern: '^[a-z0-9-]+$',
        description: 'A signal that a rule of reading.json raises; the fact is "said.<signal>".',
      }),
    },
    closed,
  ),
]);
export type CeilingRule = Frozen<Static<typeof CeilingRule>> & { readonly when: Condition };

/** `ceilings.json`. */
export const CeilingsFile = Type.Object(
  { $schema: Type.Optional(Type.String()), rules: Type.Array(CeilingRule, { minItems: 1 }) },
  { ...closed, title: 'Ceiling rules', description: 'What caps an objective, and at which level.' },
);
