import { type Static, Type } from 'typebox';
import { Diagnostic } from '../../kernel/diagnostics.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { Organisation } from '../../model/organisation.ts';
import { Source } from '../../model/source.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });

/** Where the data of an organisation is from, what was found in it, and what the words mean. */
export const AboutData = Type.Object(
  {
    schema: Type.Literal(1),
    organisation: Organisation,
    /** The sources with which the project came; empty for an organisation of the user's own. */
    sources: Type.Array(Source),
    /** The periods held, oldest first, with the document that each is from. */
    imports: Type.Array(
      Type.Object(
        {
          period: Type.String(),
          framework: Type.String(),
          closed: Type.Boolean(),
          /** Null for one that was entered by hand alone. */
          source: Type.Union([Type.Object({ file: Type.String(), sha256: Type.String() }), Type.Null()]),
          importedAt: Type.Union([Type.String(), Type.Null()]),
          importedBy: Type.Union([Type.String(), Type.Null()]),
          /** Who opened it first to enter it by hand; null where nobody did. */
          opened: Type.Union([Type.Object({ by: Type.String(), at: Type.String() }), Type.Null()]),
        },
        closed,
      ),
    ),
    findings: Type.Array(Diagnostic),
    definitions: Type.Array(Type.Object({ term: Type.String(), text: Type.String() }, closed)),
    pack: Type.Object(
      {
        id: Type.String(),
        name: Type.String(),
        version: Type.String(),
        sha256: Type.String(),
        /** Where the standard is from. */
        source: Type.String(),
        sections: count,
        objectives: count,
      },
      closed,
    ),
    /** The cells of the standard, one for each objective and level, by what text is held for them. */
    cells: Type.Object(
      { total: count, full: count, 'as-quoted': count, principle: count, none: count },
      closed,
    ),
  },
  closed,
);
export type AboutData = Frozen<Static<typeof AboutData>>;
