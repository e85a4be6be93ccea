import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Stance } from './advice.ts';
import { Condition } from './condition.ts';

const closed = { additionalProperties: false };

/** A rule that suggests a target; for every case exactly one holds. */
export const TargetRule = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    title: Type.String({ minLength: 1, description: 'What the rule says, in one plain sentence.' }),
    citation: Type.String({ minLength: 1, description: 'The reason that this rule rests on.' }),
    stance: Stance,
    when: Condition,
    because: Type.String({
      minLength: 1,
      description:
        'Why, in one plain sentence; {score}, {achieved}, {next}, {ceiling}, {reasons} and {quote} are filled in.',
    }),
    shows: Type.Union(
      [Type.Literal('path'), Type.Literal('decision'), Type.Literal('ceiling'), Type.Literal('nothing')],
      {
        description:
          'Whose words {quote} and the evidence are: of the path, the decision, the ceiling, or none.',
      },
    ),
  },
  closed,
);
export type TargetRule = Omit<Frozen<Static<typeof TargetRule>>, 'when'> & { readonly when: Condition };

/** `targets.json`. */
export const TargetsFile = Type.Object(
  { $schema: Type.Optional(Type.String()), rules: Type.Array(TargetRule, { minItems: 1 }) },
  {
    ...closed,
    title: 'Target rules',
    description: 'What level is suggested for the next period; in every case exactly one rule holds.',
  },
);
