import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

/** A level that an organisation agreed to reach everywhere, from a period on; `level` is null where it was given up. */
export const AgreedStandard = Type.Object(
  {
    level: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    agreed: Type.String({ maxLength: 200, description: 'When it was agreed, or by whom, in its own words.' }),
    from: Type.String({ pattern: periodPattern, description: 'The first period that it holds for.' }),
    by: Type.String({ minLength: 1 }),
    /** An ISO 8601 moment in UTC. */
    at: Type.String(),
  },
  { additionalProperties: false },
);
export type AgreedStandard = Frozen<Static<typeof AgreedStandard>>;
