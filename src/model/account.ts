import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** What a person may do: a viewer reads, an editor also changes. */
export const Role = Type.Union([Type.Literal('viewer'), Type.Literal('editor')]);
export type Role = Static<typeof Role>;

/** Somebody who signs in with a password. */
export const Account = Type.Object(
  {
    /** The name as names are compared: two that differ in case or width alone are one. */
    key: Type.String({ minLength: 1 }),
    /** The name as it was given, for the journal. */
    name: Type.String({ minLength: 1 }),
    role: Role,
    /** What was made from the password, with how; never the password. */
    password: Type.String({ pattern: '^\\$scrypt\\$' }),
    /** Who made the account, and when. */
    by: Type.String(),
    at: Type.String(),
  },
  { additionalProperties: false },
);
export type Account = Frozen<Static<typeof Account>>;
