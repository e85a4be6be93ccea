import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { emptyRow } from '../model/held-row.ts';
import { isPeriod } from '../model/period.ts';
import { hashOf, heldPeriod, unknownPeriod } from './assessments.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';

/** An assessment to be opened: an empty row for each of the objectives. */
export interface NewAssessment {
  readonly period: string;
  readonly framework: string;
  readonly objectives: readonly number[];
}

/**
 * Opens an assessment that is then entered by hand; one that is there already, open or closed, stays as it is.
 * @returns whether it was opened now
 * @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE
 */
export function openAssessment(
  connection: Connection,
  organisation: string,
  { period, framework, objectives }: NewAssessment,
  stamp: Stamp,
): boolean {
  if (!isPeriod(period))
    throw new Problem('BAD_VALUE', {
      place: 'period',
      seen: period.slice(0, 40),
      allowed: 'a year such as 2024, or 2024-25',
      repair: 'Give the period in this form.',
    });
  return connection.writing(() => {
    readOrganisation(connection, organisation);
    if (connection.row(heldPeriod, organisation, period) !== undefined) return false;
    const rows = [...new Set(objectives)]
      .sort((a, b) => a - b)
      .map((objective) => ({ objective, content: canonicalJson(emptyRow(objective)) }));
    connection.run(
      `INSERT INTO assessment (organisation, period, framework, closed, sha256, opened_by, opened_at)
       VALUES (?, ?, ?, 0, ?, ?, ?)`,
      organisation,
      period,
      framework,
      hashOf(
        framework,
        rows.map(({ content }) => content),
      ),
      stamp.by,
      stamp.at,
    );
    for (const { objective, content } of rows)
      connection.run(
        'INSERT INTO assessment_row (organisation, period, objective, content, version) VALUES (?, ?, ?, ?, 0)',
        organisation,
        period,
        objective,
        content,
      );
    enterInJournal(connection, stamp, {
      action: 'open-assessment',
      subject: `${organisation}/${period}`,
      before: null,
      after: { framework, closed: false, objectives: rows.map(({ objective }) => objective) },
    });
    return true;
  });
}

/** Closes an assessment, so that advice may rest on it and nothing in it changes; a closed one stays as it is. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD */
export function closeAssessment(
  connection: Connection,
  organisation: string,
  period: string,
  stamp: Stamp,
): void {
  setClosed(connection, organisation, period, null, stamp);
}

/** Opens a closed assessment again; from then on it is one that is entered by hand. An open one stays as it is. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, BAD_VALUE without a reason */
export function reopenAssessment(
  connection: Connection,
  organisation: string,
  period: string,
  reason: string,
  stamp: Stamp,
): void {
  if (reason.trim() === '')
    throw new Problem('BAD_VALUE', {
      place: 'reason',
      seen: 'nothing',
      repair: 'Say why it is opened again: the journal keeps it.',
    });
  setClosed(connection, organisation, period, reason.trim(), stamp);
}

function setClosed(
  connection: Connection,
  organisation: string,
  period: string,
  reason: string | null,
  stamp: Stamp,
): void {
  const close = reason === null;
  connection.writing(() => {
    readOrganisation(connection, organisation);
    const held = connection.row(heldPeriod, organisation, period);
    if (held === undefined) throw unknownPeriod(connection, organisation, period);
    if ((held.closed === 1) === close) return;
    connection.run(
      `UPDATE assessment SET closed = ?, opened_by = coalesce(opened_by, ?), opened_at = coalesce(opened_at, ?)
       WHERE organisation = ? AND period = ?`,
      close ? 1 : 0,
      stamp.by,
      stamp.at,
      organisation,
      period,
    );
    enterInJournal(connection, stamp, {
      action: close ? 'close-assessment' : 'reopen-assessment',
      subject: `${organisation}/${period}`,
      before: { closed: !close },
      after: { closed: close, ...(close ? {} : { reason }) },
    });
  });
}
