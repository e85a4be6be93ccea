import type { Account } from '../model/account.ts';
import type { Session } from '../model/session.ts';
import {
  addAccount,
  changeAccount,
  type NewAccount,
  readAccount,
  readAccounts,
  removeAccount,
} from './accounts.ts';
import type { Connection } from './connection.ts';
import type { Stamp } from './journal.ts';
import {
  endSession,
  type HeldSession,
  readSession,
  rotateSession,
  startSession,
  useSession,
} from './sessions.ts';

/** Who may sign in, and the visits of those who did. Changes of accounts are in the journal, without what is secret; visits are not. */
export class AccessRecords {
  readonly #connection: Connection;
  readonly #stampOf: (by: string) => Stamp;

  constructor(connection: Connection, stampOf: (by: string) => Stamp) {
    this.#connection = connection;
    this.#stampOf = stampOf;
  }

  /** Every account, in order of key. */
  accounts(): readonly Account[] {
    return readAccounts(this.#connection);
  }

  /** An account by its key; undefined where there is none. */
  account(key: string): Account | undefined {
    return readAccount(this.#connection, key);
  }

  /** Adds an account. @throws Problem ACCOUNT_EXISTS, BAD_VALUE */
  addAccount(account: NewAccount, by: string): void {
    addAccount(this.#connection, account, this.#stampOf(by));
  }

  /**
   * Changes the password or the role of an account, and ends its visits; with `held`, only if that is its password still,
   * as it is kept.
   * @throws Problem UNKNOWN_ACCOUNT, BAD_VALUE, SIGN_IN_NEEDED
   */
  changeAccount(
    key: string,
    change: Partial<Pick<Account, 'role' | 'password'>>,
    by: string,
    held: string | null = null,
  ): void {
    changeAccount(this.#connection, key, change, this.#stampOf(by), held);
  }

  /** Removes an account, and ends its visits. @throws Problem UNKNOWN_ACCOUNT */
  removeAccount(key: string, by: string): void {
    removeAccount(this.#connection, key, this.#stampOf(by));
  }

  /** The visit that has a token's hash now, or had it before; undefined where there is none. */
  session(hash: string): HeldSession | undefined {
    return readSession(this.#connection, hash);
  }

  /** Keeps a new visit, and lets go of those that have ended. */
  startSession(session: Session): void {
    startSession(this.#connection, session);
  }

  /** Says when a visit was used. */
  useSession(token: string, at: string): void {
    useSession(this.#connection, token, at);
  }

  /** Gives a visit a new token; false where another request was quicker. */
  rotateSession(token: string, next: string, at: string): boolean {
    return rotateSession(this.#connection, token, next, at);
  }

  /** Ends the visit that has a token's hash, or had it before; none is well too. */
  endSession(hash: string): void {
    endSession(this.#connection, hash);
  }
}
