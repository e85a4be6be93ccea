import { ConfirmedAction } from '../model/plan-row.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

/** What is said of an action: who and when are added. */
export type NewConfirmedAction = Omit<ConfirmedAction, 'by' | 'at'>;

const all = query(
  'confirmed actions',
  ConfirmedAction.properties,
  `SELECT period, objective, action, outcome, "by", at FROM confirmed_action
   WHERE organisation = ? AND period = ? ORDER BY objective, action`,
);

/** What officers said became of the actions of a period, in order of objective. @throws Problem UNKNOWN_ORGANISATION */
export function readConfirmedActions(
  connection: Connection,
  organisation: string,
  period: string,
): readonly ConfirmedAction[] {
  return connection.reading(() => {
    readOrganisation(connection, organisation);
    return connection.rows(all, organisation, period);
  });
}

/** Keeps what became of an action, in the place of what was said before; the same again writes nothing. @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE */
export function putConfirmedAction(
  connection: Connection,
  organisation: string,
  given: NewConfirmedAction,
  stamp: Stamp,
): void {
  const after = checked(ConfirmedAction, { ...given, by: stamp.by, at: stamp.at }, 'action');
  const { period, objective, action, outcome } = after;
  connection.writing(() => {
    const before =
      readConfirmedActions(connection, organisation, period).find(
        (each) => each.objective === objective && each.action === action,
      ) ?? null;
    if (before?.outcome === outcome) return;
    connection.run(
      `INSERT INTO confirmed_action (organisation, period, objective, action, outcome, "by", at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (organisation, period, objective, action)
       DO UPDATE SET outcome = excluded.outcome, "by" = excluded."by", at = excluded.at`,
      organisation,
      period,
      objective,
      action,
      outcome,
      stamp.by,
      stamp.at,
    );
    const subject = `${organisation}/${period}/${objective}`;
    enterInJournal(connection, stamp, { action: 'confirm-action', subject, before, after });
  });
}
