import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountKey } from '../../app/access/account-name.ts';
import { passwordLengths } from '../../app/access/checked-password.ts';
import { passwordMatches } from '../../app/access/password-hash.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Account } from '../../model/account.ts';
import type { AccountAccess } from './access.ts';
import { clientAddress } from './addresses.ts';
import { rateLimit, tooManyTries } from './rate-limit.ts';

/** Tries that fail, for one name and for one address, in seconds; and those worked on at once, each of which takes memory. */
const signInLimits = {
  name: { most: 10, within: 15 * 60 },
  address: { most: 30, within: 15 * 60 },
  atOnce: 8,
  /** Refusals that the log has. */
  told: { most: 10, within: 60 },
} as const;

/** The account that a name and a password belong to. @throws Problem SIGN_IN_NEEDED, TOO_MANY_TRIES */
export type PasswordTries = (
  request: FastifyRequest,
  reply: FastifyReply,
  given: { readonly name: string; readonly password: string },
) => Promise<Account>;

/** Tries passwords, so often and no more, whichever page asks for one. */
export function passwordTries({ effects, records }: Workspace, access: AccountAccess): PasswordTries {
  const names = rateLimit(signInLimits.name);
  const addresses = rateLimit(signInLimits.address);
  const told = rateLimit(signInLimits.told);
  let working = 0;
  return async (request, reply, { name, password }) => {
    if (name.trim() === '' || password === '') throw notSignedIn('Give your name and your password.');
    const key = accountKey(name).slice(0, 100);
    const from = clientAddress(request, access.proxies);
    const now = effects.now();
    const wait =
      working < signInLimits.atOnce ? Math.max(names.take(key, now), addresses.take(from, now)) : 5;
    if (wait > 0) {
      if (told.take('', now) === 0)
        effects.log(`Signing in is refused for ${wait} seconds to ${from}: too many tries.`);
      reply.header('retry-after', wait);
      throw tooManyTries(wait, 'signing in');
    }
    working++;
    try {
      const held = records.access.account(key)?.password;
      const kept = [...password].length > passwordLengths[1] ? undefined : held;
      const right = await passwordMatches(password, kept);
      const account = records.access.account(key);
      // It can have been changed or removed meanwhile.
      if (!right || account === undefined || account.password !== held)
        throw notSignedIn('The name and the password do not belong together. Check both, and try again.');
      names.giveBack(key);
      addresses.giveBack(from);
      return account;
    } finally {
      working--;
    }
  };
}

function notSignedIn(repair: string): Problem {
  return new Problem('SIGN_IN_NEEDED', { repair });
}
