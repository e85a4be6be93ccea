import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { AssessmentRow } from '../model/assessment.ts';
import { emptyRow, type HeldRow } from '../model/held-row.ts';
import { assessmentClosed, rowChanged } from './assessment-problems.ts';
import { hashOf, heldPeriod, heldRows, unknownPeriod } from './assessments.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query, type RowOf } from './query.ts';
import { readRowHistory } from './row-history.ts';

/** A row as somebody enters it, with the version that it was made from. */
export interface NewRow {
  readonly row: AssessmentRow;
  readonly version: number;
}

const orNull = Type.Union([Type.String(), Type.Null()]);
const ofPeriod = query(
  'rows of an assessment',
  { content: Type.String(), version: Type.Integer(), by: orNull, at: orNull },
  `SELECT content, version, "by", at FROM assessment_row WHERE organisation = ? AND period = ? ORDER BY objective`,
);
const one = query(
  'rows of an assessment',
  ofPeriod.row.properties,
  `SELECT content, version, "by", at FROM assessment_row WHERE organisation = ? AND period = ? AND objective = ?`,
);

/** The rows of an assessment with their versions, in order of objective. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD */
export function readRows(connection: Connection, organisation: string, period: string): readonly HeldRow[] {
  return connection.reading(() => {
    heldOf(connection, organisation, period);
    return connection.rows(ofPeriod, organisation, period).map((found) => parsed(connection, found));
  });
}

/**
 * Keeps a row if it was made from the present version, and gives it with its new one. A row that says the same already
 * writes nothing, whatever version it was made from: to send twice is to send once.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, ASSESSMENT_CLOSED, ROW_CHANGED, BAD_VALUE
 */
export function enterRow(
  connection: Connection,
  organisation: string,
  period: string,
  given: NewRow,
  stamp: Stamp,
): HeldRow {
  const row = checked(AssessmentRow, given.row, 'row');
  return connection.writing(() => {
    const held = openOf(connection, organisation, period);
    const before = rowIn(connection, organisation, period, row.objective);
    if (canonicalJson(before.row) === canonicalJson(row)) return before;
    if (before.version !== given.version)
      throw rowChanged(
        `${organisation}, ${period}, objective ${row.objective}`,
        { version: given.version, row },
        before,
      );
    return writeRow(connection, organisation, held, before, row, stamp, null);
  });
}

/**
 * Takes back the last change of a row that was not taken back yet; the journal keeps both.
 * @param version that which the one who takes it back has seen
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, ASSESSMENT_CLOSED, ROW_CHANGED; BAD_VALUE where there is nothing to take back
 */
export function undoRow(
  connection: Connection,
  organisation: string,
  period: string,
  { objective, version }: { readonly objective: number; readonly version: number },
  stamp: Stamp,
): HeldRow {
  return connection.writing(() => {
    const held = openOf(connection, organisation, period);
    const before = rowIn(connection, organisation, period, objective);
    const place = `${organisation}, ${period}, objective ${objective}`;
    if (before.version !== version) throw rowChanged(place, { version, row: null }, before);
    const last = lastChange(readRowHistory(connection, organisation, period, objective));
    if (last === undefined || last.before === null)
      throw new Problem('BAD_VALUE', {
        place,
        seen: 'no change',
        repair: 'There is nothing to take back: enter what it should be.',
      });
    return writeRow(connection, organisation, held, before, last.before, stamp, last.sequence);
  });
}

/** The last change that no later undo took back. */
function lastChange(history: ReturnType<typeof readRowHistory>) {
  const stands = history.filter(({ action }) => action !== 'undo-row');
  const undone = new Set(history.map(({ undoes }) => undoes));
  return stands.findLast(({ sequence }) => !undone.has(sequence));
}

function writeRow(
  connection: Connection,
  organisation: string,
  { period, framework, sha256 }: RowOf<typeof heldPeriod>,
  before: HeldRow,
  row: AssessmentRow,
  stamp: Stamp,
  undoes: number | null,
): HeldRow {
  const contents = () => connection.rows(heldRows, organisation, period).map(({ content }) => content);
  if (hashOf(framework, contents()) !== sha256)
    throw connection.damaged(`${organisation}/${period}`, 'rows that are not those that were written');
  const version = before.version + 1;
  connection.run(
    `INSERT INTO assessment_row (organisation, period, objective, content, version, "by", at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (organisation, period, objective)
     DO UPDATE SET content = excluded.content, version = excluded.version, "by" = excluded."by", at = excluded.at`,
    organisation,
    period,
    row.objective,
    canonicalJson(row),
    version,
    stamp.by,
    stamp.at,
  );
  connection.run(
    'UPDATE assessment SET sha256 = ? WHERE organisation = ? AND period = ?',
    hashOf(framework, contents()),
    organisation,
    period,
  );
  enterInJournal(connection, stamp, {
    action: undoes === null ? 'enter-row' : 'undo-row',
    subject: `${organisation}/${period}/${row.objective}`,
    before: { version: before.version, row: before.row },
    after: { version, row, ...(undoes === null ? {} : { undoes }) },
  });
  return { version, row, by: stamp.by, at: stamp.at };
}

function heldOf(connection: Connection, organisation: string, period: string): RowOf<typeof heldPeriod> {
  readOrganisation(connection, organisation);
  const held = connection.row(heldPeriod, organisation, period);
  if (held === undefined) throw unknownPeriod(connection, organisation, period);
  return held;
}

function openOf(connection: Connection, organisation: string, period: string): RowOf<typeof heldPeriod> {
  const held = heldOf(connection, organisation, period);
  if (held.closed === 1) throw assessmentClosed(organisation, period);
  return held;
}

function rowIn(connection: Connection, organisation: string, period: string, objective: number): HeldRow {
  const found = connection.row(one, organisation, period, objective);
  if (found === undefined) return { version: 0, row: emptyRow(objective), by: null, at: null };
  return parsed(connection, found);
}

function parsed(connection: Connection, { content, version, by, at }: RowOf<typeof one>): HeldRow {
  return { version, row: connection.json(AssessmentRow, content, 'rows of an assessment'), by, at };
}
