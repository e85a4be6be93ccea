import { type Static, Type } from 'typebox';
import { Diagnostic } from '../../kernel/diagnostics.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { RegisterSource } from '../../model/register.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const codes = Type.Array(Type.String());

/** What adding a list to the register did: the contract of `organisations add --json` and `neighbours add --json`. */
export const RegisterReport = Type.Object(
  {
    schema: Type.Literal(1),
    kind: Type.Union([Type.Literal('organisations'), Type.Literal('neighbours')]),
    source: RegisterSource,
    changes: Type.Object({ added: codes, removed: codes, changed: codes, same: count }, closed),
    /** The register as it is now. */
    register: Type.Object(
      {
        organisations: count,
        ended: count,
        continued: count,
        ambiguous: Type.Array(Type.String()),
        areas: count,
        areasUnknown: codes,
        neighboursUnknown: codes,
      },
      closed,
    ),
    /** Warnings; with an error nothing is added. */
    findings: Type.Array(Diagnostic),
  },
  { ...closed, title: 'RegisterReport' },
);
export type RegisterReport = Frozen<Static<typeof RegisterReport>>;
