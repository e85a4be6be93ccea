import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** A body that scores itself. */
export const Organisation = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    name: Type.String({ minLength: 1 }),
    /** The framework that it scores itself with. */
    framework: Type.String({ minLength: 1 }),
    /** What every page says of it where it is an example; null for an organisation of the user's own. */
    example: Type.Union([Type.String({ minLength: 1 }), Type.Null()]),
  },
  { additionalProperties: false },
);
export type Organisation = Frozen<Static<typeof Organisation>>;
