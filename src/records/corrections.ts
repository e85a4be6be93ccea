import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import { type ReadingCorrection, ReadingDecision } from '../model/reading-correction.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

type Unsigned<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never;

/** A decision as it is made: who and when are added. */
export type NewDecision = Unsigned<ReadingDecision>;

const content = { content: Type.String() };
const at = query(
  'decisions',
  content,
  `SELECT content FROM (
     SELECT *, row_number() OVER (PARTITION BY objective, period, quote, cause ORDER BY sequence DESC) AS place
     FROM reading_correction WHERE organisation = ? AND period <= ?)
   WHERE place = 1 ORDER BY objective, period, sequence`,
);
const latest = query(
  'decisions',
  content,
  `SELECT content FROM reading_correction
   WHERE organisation = ? AND objective = ? AND period = ? AND quote = ? AND cause = ?
   ORDER BY sequence DESC LIMIT 1`,
);

/**
 * The decisions on the comments of a period and of those before it (a comment may stand on an earlier one), in order of
 * objective, period and making; of those on the same words and cause, the last, unless it was withdrawn.
 * @throws Problem UNKNOWN_ORGANISATION
 */
export function readCorrectionsAt(
  connection: Connection,
  organisation: string,
  period: string,
): readonly ReadingCorrection[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection
      .rows(at, organisation, period)
      .map((row) => connection.json(ReadingDecision, row.content, 'a decision'))
      .filter((each): each is ReadingCorrection => each.decision !== 'withdraw');
  });
}

/** Keeps a decision; the same again, and to withdraw where nothing stands, writes nothing. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
export function addCorrection(
  connection: Connection,
  organisation: string,
  decision: NewDecision,
  stamp: Stamp,
): void {
  const after = checked(ReadingDecision, { ...decision, by: stamp.by, at: stamp.at }, 'decision');
  const { objective, period, quote, cause } = after;
  connection.writing(() => {
    readOrganisation(connection, organisation);
    const held = connection.row(latest, organisation, objective, period, quote, cause);
    const before = held === undefined ? null : connection.json(ReadingDecision, held.content, 'a decision');
    if (after.decision === 'withdraw' && (before === null || before.decision === 'withdraw')) return;
    if (
      before !== null &&
      canonicalJson({ ...after, by: before.by, at: before.at }) === canonicalJson(before)
    )
      return;
    connection.run(
      `INSERT INTO reading_correction (organisation, objective, period, quote, cause, content)
       VALUES (?, ?, ?, ?, ?, ?)`,
      organisation,
      objective,
      period,
      quote,
      cause,
      canonicalJson(after),
    );
    const subject = `${organisation}/${period}/${objective}`;
    enterInJournal(connection, stamp, { action: 'correct-reading', subject, before, after });
  });
}
