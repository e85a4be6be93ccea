import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** Who could lift a cap: somebody outside the organisation, or the organisation. */
export const Control = Type.Union([Type.Literal('external'), Type.Literal('internal')], {
  description:
    'Who could lift it: somebody outside the organisation, or the organisation (another team is inside).',
});
export type Control = Static<typeof Control>;

/** A kind of reason for a cap, as the pack defines it. */
export const Cause = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$', description: 'The name that rules use.' }),
    name: Type.String({
      minLength: 1,
      description: 'As it reads in a sentence: "regulation", "a third party".',
    }),
    description: Type.String({ minLength: 1, description: 'What it means, in one sentence.' }),
    control: Control,
  },
  { additionalProperties: false },
);
export type Cause = Frozen<Static<typeof Cause>>;
