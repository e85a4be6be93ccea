import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Role } from '../../model/account.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { accountKey, accountName } from './account-name.ts';
import { checkPassword } from './checked-password.ts';
import { passwordHash } from './password-hash.ts';

/** Somebody who may sign in, without what is secret. */
export const ListedAccount = Type.Object(
  { name: Type.String(), role: Role, by: Type.String(), at: Type.String() },
  { additionalProperties: false },
);
export type ListedAccount = Frozen<Static<typeof ListedAccount>>;

/** Everybody who may sign in, in order of name. */
export function listAccounts({ records }: Workspace): readonly ListedAccount[] {
  return records.access.accounts().map(({ name, role, by, at }) => ({ name, role, by, at }));
}

/** Lets somebody sign in. @throws Problem BAD_VALUE, PASSWORD_WEAK, ACCOUNT_EXISTS */
export async function addAccount(
  { records }: Workspace,
  given: { readonly name: string; readonly role: Role; readonly password: string; readonly by: string },
): Promise<ListedAccount> {
  const name = accountName(given.name);
  checkPassword(given.password, name);
  const password = await passwordHash(given.password);
  const key = accountKey(name);
  records.access.addAccount({ key, name, role: given.role, password }, given.by);
  return listed(records.access.account(key));
}

/**
 * Gives somebody a new password, and signs them out everywhere.
 * @throws Problem UNKNOWN_ACCOUNT, PASSWORD_WEAK; SIGN_IN_NEEDED where it is not the password `held` any more
 */
export async function changePassword(
  { records }: Workspace,
  given: {
    readonly name: string;
    readonly password: string;
    readonly by: string;
    /** The present password as it is kept, where it was shown to be known; not asked unless said. */
    readonly held?: string;
  },
): Promise<ListedAccount> {
  checkPassword(given.password, given.name);
  const key = accountKey(given.name);
  const password = await passwordHash(given.password);
  records.access.changeAccount(key, { password }, given.by, given.held ?? null);
  return listed(records.access.account(key));
}

/** Gives somebody another role, and signs them out everywhere. @throws Problem UNKNOWN_ACCOUNT */
export function changeRole(
  { records }: Workspace,
  given: { readonly name: string; readonly role: Role; readonly by: string },
): ListedAccount {
  const key = accountKey(given.name);
  records.access.changeAccount(key, { role: given.role }, given.by);
  return listed(records.access.account(key));
}

/** Lets somebody sign in no more, and signs them out everywhere. @throws Problem UNKNOWN_ACCOUNT */
export function removeAccount(
  { records }: Workspace,
  given: { readonly name: string; readonly by: string },
): void {
  records.access.removeAccount(accountKey(given.name), given.by);
}

function listed(account: ListedAccount | undefined): ListedAccount {
  if (account === undefined) throw new Error('an account went while it was changed');
  const { name, role, by, at } = account;
  return { name, role, by, at };
}
