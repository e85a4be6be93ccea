import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

/** What a person says of a circumstance, from a period on until a later setting. */
export const FactorSetting = Type.Object(
  {
    factor: Type.String({ minLength: 1 }),
    /** Claimed states come from scores and are never set. */
    state: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
    /** The first period for which it holds. */
    from: Type.String({ pattern: periodPattern }),
    reason: Type.String(),
    /** Who said so: an account, or "cli". */
    by: Type.String({ minLength: 1 }),
    /** When it was said, as an ISO 8601 moment in UTC. */
    at: Type.String(),
  },
  { additionalProperties: false },
);
export type FactorSetting = Frozen<Static<typeof FactorSetting>>;
