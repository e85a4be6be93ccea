import { type Static, Type } from 'typebox';
import { Diagnostic } from '../../kernel/diagnostics.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { AssessmentRow } from '../../model/assessment.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });

/** One period of an imported document. */
export const ImportedPeriod = Type.Object(
  {
    period: Type.String(),
    /** Against what the workspace held. */
    outcome: Type.Union([Type.Literal('new'), Type.Literal('unchanged'), Type.Literal('changed')]),
    /** Whether it is closed after the import: a form that is not filled in to its end leaves its period open. */
    closed: Type.Boolean(),
    /** The objectives that differ from what was held; all of them where the period is new. */
    changed: Type.Array(Type.Integer()),
    /** Each of those objectives before and after; null where it has no row. */
    differences: Type.Array(
      Type.Object(
        {
          objective: Type.Integer(),
          name: Type.String(),
          before: nullable(AssessmentRow),
          after: nullable(AssessmentRow),
        },
        closed,
      ),
    ),
    /** Scored objectives. */
    n: count,
    notApplicable: count,
    notScored: count,
    /** How many objectives have each score, lowest first; scores that none has are absent. */
    counts: Type.Array(Type.Object({ label: Type.String(), count }, closed)),
    satisfactory: Type.Object({ level: Type.Integer(), count }, closed),
    /** By midpoints (2/3 counts 2.5), rounded to three decimals; null where nothing is scored. */
    mean: nullable(Type.Number()),
  },
  closed,
);
export type ImportedPeriod = Frozen<Static<typeof ImportedPeriod>>;

/** What a document says, and what importing it did: the contract of `import --json`. */
export const ImportReport = Type.Object(
  {
    schema: Type.Literal(1),
    file: Type.String(),
    sha256: Type.String(),
    organisation: Type.String(),
    framework: Type.String(),
    /** Nothing was kept. */
    dryRun: Type.Boolean(),
    outcome: Type.Union([Type.Literal('new'), Type.Literal('unchanged'), Type.Literal('changed')]),
    title: nullable(Type.String()),
    sections: count,
    objectives: count,
    /** The corrections that the document was read with, and why these. */
    corrections: Type.Object({ file: nullable(Type.String()), count, because: Type.String() }, closed),
    /** Oldest first. */
    periods: Type.Array(ImportedPeriod),
    /** Between each period of the document and the next, of the `n` objectives that are scored in both. */
    moves: Type.Array(
      Type.Object(
        { from: Type.String(), to: Type.String(), n: count, higher: count, lower: count, same: count },
        closed,
      ),
    ),
    findings: Type.Array(Diagnostic),
  },
  closed,
);
export type ImportReport = Frozen<Static<typeof ImportReport>>;
