import { Type } from 'typebox';

/** What stands first in advice and in all that is made from it: whose it is, for which period, and with which rules. */
export const adviceHeader = {
  schema: Type.Literal(1),
  framework: Type.String(),
  organisation: Type.String(),
  basedOn: Type.String(),
  period: Type.String(),
  pack: Type.Object({ version: Type.String(), sha256: Type.String() }, { additionalProperties: false }),
} as const;
