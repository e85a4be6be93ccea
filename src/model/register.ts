import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** A file that the register was made from. */
export const RegisterSource = Type.Object(
  {
    file: Type.String({ minLength: 1, description: 'Its name, without folders.' }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    rows: Type.Integer({ minimum: 1 }),
    added: Type.String({ description: 'The instant, as ISO 8601 in UTC.' }),
    form: Type.String({ description: 'The id of the form that it was read in.' }),
    publisher: Type.String(),
    licence: Type.String(),
    attribution: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type RegisterSource = Frozen<Static<typeof RegisterSource>>;

/** What is known of the register of a workspace beside its rows; null for what was not added yet. */
export const Register = Type.Object(
  {
    schema: Type.Literal(1),
    organisations: Type.Union([RegisterSource, Type.Null()]),
    neighbours: Type.Union([RegisterSource, Type.Null()]),
  },
  { ...closed, title: 'Register' },
);
export type Register = Frozen<Static<typeof Register>>;
