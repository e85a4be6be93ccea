import { Account } from '../model/account.ts';
import { Session } from '../model/session.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { query } from './query.ts';

/** A visit with the account that it is of. */
export type HeldSession = Session & Pick<Account, 'name' | 'role'>;

const { name, role } = Account.properties;
const found = query(
  'sessions',
  { ...Session.properties, name, role },
  `SELECT token, previous, form, account, used, rotated, ends, idle, name, role
   FROM session JOIN account ON account.key = session.account WHERE token = ? OR previous = ? LIMIT 1`,
);

/** The visit that has a token's hash now, or had it before; undefined where there is none. */
export function readSession(connection: Connection, hash: string): HeldSession | undefined {
  return connection.row(found, hash, hash);
}

/** Keeps a new visit, and lets go of those that ended before it began. */
export function startSession(connection: Connection, session: Session): void {
  const kept = checked(Session, session, 'session');
  connection.writing(() => {
    connection.runBeside('DELETE FROM session WHERE ends <= ?', kept.used);
    connection.runBeside(
      `INSERT INTO session (token, previous, form, account, used, rotated, ends, idle)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      kept.token,
      kept.previous,
      kept.form,
      kept.account,
      kept.used,
      kept.rotated,
      kept.ends,
      kept.idle,
    );
  });
}

/** Says when a visit was used. */
export function useSession(connection: Connection, token: string, at: string): void {
  connection.runBeside('UPDATE session SET used = ? WHERE token = ?', at, token);
}

/** Gives a visit a new token; false where another request was quicker. */
export function rotateSession(connection: Connection, token: string, next: string, at: string): boolean {
  const { touched } = connection.runBeside(
    'UPDATE session SET token = ?, previous = ?, rotated = ?, used = ? WHERE token = ?',
    next,
    token,
    at,
    at,
    token,
  );
  return touched === 1;
}

/** Ends the visit that has a token's hash, or had it before; none is well too. */
export function endSession(connection: Connection, hash: string): void {
  connection.runBeside('DELETE FROM session WHERE token = ? OR previous = ?', hash, hash);
}
