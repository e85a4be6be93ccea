import { AgreedStandard } from '../model/agreed-standard.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

/** A standard as it is agreed: who and when are added. */
export type NewAgreedStandard = Omit<AgreedStandard, 'by' | 'at'>;

const selected = 'SELECT level, agreed, from_period AS "from", "by", at FROM agreed_standard';
const all = query(
  'agreed standards',
  AgreedStandard.properties,
  `${selected} WHERE organisation = ? ORDER BY from_period, sequence`,
);
const latest = query(
  'agreed standards',
  AgreedStandard.properties,
  `${selected} WHERE organisation = ? AND from_period <= ? ORDER BY from_period DESC, sequence DESC LIMIT 1`,
);

/** All that an organisation ever agreed, in order of period and then of time. @throws Problem UNKNOWN_ORGANISATION */
export function readAgreedStandards(connection: Connection, organisation: string): readonly AgreedStandard[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(all, organisation);
  });
}

/** The standard that holds in a period; null where there is none, or none any more. @throws Problem UNKNOWN_ORGANISATION */
export function readAgreedStandardAt(
  connection: Connection,
  organisation: string,
  period: string,
): AgreedStandard | null {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    const found = connection.row(latest, organisation, period) ?? null;
    return found?.level === null ? null : found;
  });
}

/** Says what standard the organisation agreed from a period on; what holds already writes nothing. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
export function agreeStandard(
  connection: Connection,
  organisation: string,
  standard: NewAgreedStandard,
  stamp: Stamp,
): void {
  const after = checked(AgreedStandard, { ...standard, by: stamp.by, at: stamp.at }, 'agreed standard');
  const { level, agreed, from } = after;
  connection.writing(() => {
    const before = readAgreedStandardAt(connection, organisation, from);
    if (before === null ? level === null : before.level === level && before.agreed === agreed) return;
    connection.run(
      `INSERT INTO agreed_standard (organisation, level, agreed, from_period, "by", at) VALUES (?, ?, ?, ?, ?, ?)`,
      organisation,
      level,
      agreed,
      from,
      stamp.by,
      stamp.at,
    );
    enterInJournal(connection, stamp, {
      action: 'agree-standard',
      subject: `${organisation}/${from}`,
      before,
      after,
    });
  });
}
