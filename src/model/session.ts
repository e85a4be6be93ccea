import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** A visit of somebody who signed in; every moment is an ISO 8601 moment in UTC. */
export const Session = Type.Object(
  {
    /** The SHA-256 of the token that the browser has. */
    token: Type.String({ minLength: 1 }),
    /** That of the token before it, which requests that were under way may still bring; null after the sign-in. */
    previous: Type.Union([Type.String(), Type.Null()]),
    /** What the tokens of its forms are made from: 32 bytes in base64url. */
    form: Type.String({ minLength: 1 }),
    /** The key of the account. */
    account: Type.String({ minLength: 1 }),
    /** When it was last used, to the minute or so. */
    used: Type.String(),
    /** When the browser got its present token. */
    rotated: Type.String(),
    /** When it ends, however much it is used. */
    ends: Type.String(),
    /** After how many seconds without use it ends. */
    idle: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);
export type Session = Frozen<Static<typeof Session>>;
