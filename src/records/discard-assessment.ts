import { Type } from 'typebox';
import { AssessmentRow } from '../model/assessment.ts';
import { isEmptyRow } from '../model/held-row.ts';
import { assessmentClosed } from './assessment-problems.ts';
import { heldPeriod, heldRows, unknownPeriod } from './assessments.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';

const rows = Type.Array(AssessmentRow);

/**
 * Takes an open assessment away with its rows; the journal keeps those that say something. Answers, evidence and plans of
 * the period stay, and are seen again if it is opened again.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, ASSESSMENT_CLOSED
 */
export function discardAssessment(
  connection: Connection,
  organisation: string,
  period: string,
  stamp: Stamp,
): void {
  connection.writing(() => {
    readOrganisation(connection, organisation);
    const held = connection.row(heldPeriod, organisation, period);
    if (held === undefined) throw unknownPeriod(connection, organisation, period);
    if (held.closed === 1) throw assessmentClosed(organisation, period);
    const place = `${organisation}/${period}`;
    const contents = connection.rows(heldRows, organisation, period).map(({ content }) => content);
    const entered = connection.json(rows, `[${contents.join(',')}]`, place).filter((row) => !isEmptyRow(row));
    for (const table of ['assessment_row', 'assessment'])
      connection.run(`DELETE FROM ${table} WHERE organisation = ? AND period = ?`, organisation, period);
    enterInJournal(connection, stamp, {
      action: 'discard-assessment',
      subject: place,
      before: { framework: held.framework, closed: false, rows: entered },
      after: null,
    });
  });
}
