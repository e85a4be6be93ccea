import { EvidenceItem } from '../model/evidence-item.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

/** Evidence as it is given: its number, who and when are added. */
export type NewEvidence = Omit<EvidenceItem, 'id' | 'by' | 'at'>;

const selected =
  'SELECT id, period, objective, title, kind, target, owner, date, "by", at FROM evidence WHERE organisation = ?';
const all = query('evidence', EvidenceItem.properties, `${selected} ORDER BY id`);
const ofRow = query(
  'evidence',
  EvidenceItem.properties,
  `${selected} AND period = ? AND objective = ? ORDER BY id`,
);

/** The evidence for one row, in the order in which it was added. @throws Problem UNKNOWN_ORGANISATION */
export function readEvidence(
  connection: Connection,
  organisation: string,
  period: string,
  objective: number,
): readonly EvidenceItem[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(ofRow, organisation, period, objective);
  });
}

/** All evidence of an organisation, in the order in which it was added. @throws Problem UNKNOWN_ORGANISATION */
export function readAllEvidence(connection: Connection, organisation: string): readonly EvidenceItem[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(all, organisation);
  });
}

/** Keeps a piece of evidence and gives its number; the same again writes nothing. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
export function addEvidence(
  connection: Connection,
  organisation: string,
  evidence: NewEvidence,
  stamp: Stamp,
): number {
  const given = checked(EvidenceItem, { ...evidence, id: 1, by: stamp.by, at: stamp.at }, 'evidence');
  const { period, objective, title, kind, target, owner, date } = given;
  return connection.writing(() => {
    readOrganisation(connection, organisation);
    const same = connection
      .rows(ofRow, organisation, period, objective)
      .find(
        (held) =>
          held.title === title &&
          held.kind === kind &&
          held.target === target &&
          held.owner === owner &&
          held.date === date,
      );
    if (same !== undefined) return same.id;
    const { id } = connection.run(
      `INSERT INTO evidence (organisation, period, objective, title, kind, target, owner, date, "by", at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      organisation,
      period,
      objective,
      title,
      kind,
      target,
      owner,
      date,
      stamp.by,
      stamp.at,
    );
    const subject = `${organisation}/${period}/${objective}`;
    const after = { ...given, id };
    enterInJournal(connection, stamp, { action: 'add-evidence', subject, before: null, after });
    return id;
  });
}

/** Takes a piece of evidence away; false where the row has none of that number, and nothing is written. @throws Problem UNKNOWN_ORGANISATION */
export function removeEvidence(
  connection: Connection,
  organisation: string,
  row: Pick<EvidenceItem, 'period' | 'objective' | 'id'>,
  stamp: Stamp,
): boolean {
  const { period, objective, id } = row;
  return connection.writing(() => {
    readOrganisation(connection, organisation);
    const before = connection.rows(ofRow, organisation, period, objective).find((held) => held.id === id);
    if (before === undefined) return false;
    connection.run('DELETE FROM evidence WHERE id = ?', id);
    const subject = `${organisation}/${period}/${objective}`;
    enterInJournal(connection, stamp, { action: 'remove-evidence', subject, before, after: null });
    return true;
  });
}
