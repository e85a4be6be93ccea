import { Type } from 'typebox';
import { sha256 } from '../kernel/canonical.ts';
import { Diagnostic } from '../kernel/diagnostics.ts';
import { Problem } from '../kernel/problem.ts';
import { type Assessment, AssessmentRow } from '../model/assessment.ts';
import type { Connection } from './connection.ts';
import { readOrganisation } from './organisations.ts';
import { query, type RowOf } from './query.ts';

/** A held assessment without its rows: what it is of, and where it came from. */
export interface HeldAssessment {
  readonly period: string;
  readonly framework: string;
  /** Finished: advice may rest on it. */
  readonly closed: boolean;
  /** The document that it came from, as the user named it, with the hash of its bytes; null where it was entered by hand alone. */
  readonly source: { readonly file: string; readonly sha256: string } | null;
  readonly importedAt: string | null;
  readonly importedBy: string | null;
  /** Who opened it first to enter it by hand; null where it came from documents alone. */
  readonly opened: { readonly by: string; readonly at: string } | null;
}

const orNull = Type.Union([Type.String(), Type.Null()]);
const heldColumns = {
  import: Type.Union([Type.Integer(), Type.Null()]),
  period: Type.String(),
  framework: Type.String(),
  closed: Type.Integer(),
  sha256: Type.String(),
  file: orNull,
  source: orNull,
  by: orNull,
  at: orNull,
  openedBy: orNull,
  openedAt: orNull,
};
const heldSql = `SELECT import.id AS import, period, framework, closed, assessment.sha256, file, import.sha256 AS source, "by", at,
  opened_by AS "openedBy", opened_at AS "openedAt" FROM assessment LEFT JOIN import ON import.id = assessment.import WHERE assessment.organisation = ?`;
/** Every period of an organisation. */
const heldPeriods = query('assessments', heldColumns, `${heldSql} ORDER BY period`);
/** One period of an organisation. */
export const heldPeriod = query('assessments', heldColumns, `${heldSql} AND period = ?`);
/** The rows of one organisation and period, each as canonical JSON. */
export const heldRows = query(
  'rows of an assessment',
  { objective: Type.Integer(), content: Type.String() },
  'SELECT objective, content FROM assessment_row WHERE organisation = ? AND period = ? ORDER BY objective',
);
const heldFindings = query(
  'findings',
  { diagnostic: Type.String() },
  `SELECT diagnostic FROM finding WHERE import IN (SELECT import FROM assessment WHERE organisation = ?)
   ORDER BY import, position`,
);

const storedRows = Type.Array(AssessmentRow);

/** The hash by which a stored assessment is known to be as it was written; the rows as canonical JSON, in order. */
export function hashOf(framework: string, rows: readonly string[]): string {
  return sha256([framework, ...rows].join('\n'));
}

/** The periods of an organisation in order, with where each came from. @throws Problem UNKNOWN_ORGANISATION */
export function readAssessments(connection: Connection, organisation: string): readonly HeldAssessment[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(heldPeriods, organisation).map(summary);
  });
}

/**
 * One assessment, as it was written: a damaged one is found by its hash.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, WORKSPACE_BROKEN
 */
export function readAssessment(connection: Connection, organisation: string, period: string): Assessment {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    const held = connection.row(heldPeriod, organisation, period);
    if (held === undefined) throw unknownPeriod(connection, organisation, period);
    const place = `${organisation}/${period}`;
    const contents = connection.rows(heldRows, organisation, period).map(({ content }) => content);
    if (hashOf(held.framework, contents) !== held.sha256)
      throw connection.damaged(place, 'rows that are not those that were written');
    const rows = connection.json(storedRows, `[${contents.join(',')}]`, place);
    return { framework: held.framework, organisation, period, rows };
  });
}

/** What was found in the documents that the present assessments came from, in order of import and place. */
export function readFindings(connection: Connection, organisation: string): readonly Diagnostic[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection
      .rows(heldFindings, organisation)
      .map(({ diagnostic }) => connection.json(Diagnostic, diagnostic, 'findings'));
  });
}

function summary(held: RowOf<typeof heldPeriod>): HeldAssessment {
  const { period, framework, file, source, at, by, openedBy, openedAt } = held;
  return {
    period,
    framework,
    closed: held.closed === 1,
    source: file === null || source === null ? null : { file, sha256: source },
    importedAt: at,
    importedBy: by,
    opened: openedBy === null || openedAt === null ? null : { by: openedBy, at: openedAt },
  };
}

/** The problem of a period that an organisation has no assessment of. */
export function unknownPeriod(connection: Connection, organisation: string, period: string): Problem {
  const known = connection.rows(heldPeriods, organisation).map((held) => held.period);
  return new Problem('UNKNOWN_PERIOD', {
    place: organisation,
    seen: period,
    allowed: known.length === 0 ? 'none yet' : known.join(', '),
    repair: `Check the period, or import its document, or open it: headroom open ${organisation} ${period}.`,
  });
}
