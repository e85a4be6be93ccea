import { Problem } from '../kernel/problem.ts';
import { Account } from '../model/account.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { query } from './query.ts';

/** An account as it is made: who and when are added. */
export type NewAccount = Pick<Account, 'key' | 'name' | 'role' | 'password'>;

const columns = 'key, name, role, password, "by", at';
const all = query('accounts', Account.properties, `SELECT ${columns} FROM account ORDER BY key`);
const one = query('accounts', Account.properties, `SELECT ${columns} FROM account WHERE key = ?`);

/** Every account, in order of key. */
export function readAccounts(connection: Connection): readonly Account[] {
  return connection.rows(all);
}

/** An account by its key; undefined where there is none. */
export function readAccount(connection: Connection, key: string): Account | undefined {
  return connection.row(one, key);
}

/** Adds an account. @throws Problem ACCOUNT_EXISTS, BAD_VALUE */
export function addAccount(connection: Connection, account: NewAccount, stamp: Stamp): void {
  const after = checked(Account, { ...account, by: stamp.by, at: stamp.at }, 'account');
  connection.writing(() => {
    const held = readAccount(connection, after.key);
    if (held !== undefined)
      throw new Problem('ACCOUNT_EXISTS', {
        seen: held.name,
        repair: 'Give another name; or change its password, or its role.',
      });
    connection.run(
      'INSERT INTO account (key, name, role, password, "by", at) VALUES (?, ?, ?, ?, ?, ?)',
      after.key,
      after.name,
      after.role,
      after.password,
      after.by,
      after.at,
    );
    enterInJournal(connection, stamp, {
      action: 'add-account',
      subject: after.name,
      before: null,
      after: { role: after.role },
    });
  });
}

/**
 * Changes the password or the role of an account, and ends its visits.
 * @param held the password, as it is kept, that the change was made on; null where that is not asked
 * @throws Problem UNKNOWN_ACCOUNT, BAD_VALUE; SIGN_IN_NEEDED where the password is another by now
 */
export function changeAccount(
  connection: Connection,
  key: string,
  change: Partial<Pick<Account, 'role' | 'password'>>,
  stamp: Stamp,
  held: string | null = null,
): void {
  connection.writing(() => {
    const before = knownAccount(connection, key);
    if (held !== null && before.password !== held)
      throw new Problem('SIGN_IN_NEEDED', { repair: 'The password was changed meanwhile. Sign in with it.' });
    const after = checked(Account, { ...before, ...change }, 'account');
    connection.run(
      'UPDATE account SET role = ?, password = ? WHERE key = ?',
      after.role,
      after.password,
      key,
    );
    connection.run('DELETE FROM session WHERE account = ?', key);
    enterInJournal(connection, stamp, {
      action: 'change-account',
      subject: before.name,
      before: { role: before.role },
      after: { role: after.role, password: change.password === undefined ? 'as it was' : 'new' },
    });
  });
}

/** Removes an account and ends its visits; what its person changed stays, with the name. @throws Problem UNKNOWN_ACCOUNT */
export function removeAccount(connection: Connection, key: string, stamp: Stamp): void {
  connection.writing(() => {
    const { name, role } = knownAccount(connection, key);
    connection.run('DELETE FROM session WHERE account = ?', key);
    connection.run('DELETE FROM account WHERE key = ?', key);
    enterInJournal(connection, stamp, {
      action: 'remove-account',
      subject: name,
      before: { role },
      after: null,
    });
  });
}

function knownAccount(connection: Connection, key: string): Account {
  const found = readAccount(connection, key);
  if (found !== undefined) return found;
  const names = readAccounts(connection).map(({ name }) => name);
  throw new Problem('UNKNOWN_ACCOUNT', {
    seen: key,
    allowed: names.length === 0 ? 'none yet' : names.join(', '),
    repair: 'Check the name.',
  });
}
