import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** Who could lift a cap: somebody outside the organisation, or the organisation. */
export const Control = Type.Union([Type.Literal('external'), Type.Literal('internal')]);
export type Control = Static<typeof Control>;

/** A kind of reason for a cap, as the pack defines it. */
export const Cause = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    name: Type.String({ minLength: 1 }),
    description: Type.String({ minLength: 1 }),
    control: Control,
  },
  { additionalProperties: false },
);
export type Cause = Frozen<Static<typeof Cause>>;
