import { createHash, randomBytes } from 'node:crypto';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Account, Role } from '../../model/account.ts';

/** A visit that is open. */
export interface OpenSession {
  readonly name: string;
  readonly role: Role;
  /** What the tokens of its forms are made from. */
  readonly form: string;
  /** A new token for the browser; null where it keeps the one that it has. */
  readonly renewed: string | null;
  /** Whether the person asked for more time. */
  readonly longer: boolean;
}

/** The visits of those who signed in. */
export interface Sessions {
  /** Begins a visit, and gives the token for the browser. */
  readonly begin: (account: Account, longer: boolean) => string;
  /** The visit that a token is of; null where it has ended or never was. `renew` allows a new token. */
  readonly find: (token: string, renew: boolean) => OpenSession | null;
  /** The name that a visit was of, also where its time is over; null where the token never was one. */
  readonly nameOf: (token: string) => string | null;
  readonly end: (token: string) => void;
}

/** In seconds: a visit ends after so long without use, and after so long in all; it gets a new token every hour. */
export const sessionTimes = {
  usual: { idle: 60 * 60, whole: 12 * 60 * 60 },
  longer: { idle: 24 * 60 * 60, whole: 24 * 60 * 60 },
  rotation: 60 * 60,
  /** So long the token before is heeded, for requests that were under way. */
  grace: 60,
  /** Use is noted no more often. */
  noted: 60,
} as const;

/**
 * Visits in the records of a workspace, which hold a token's hash alone. A token that comes after its time ends the
 * visit: somebody else may have it.
 */
export function sessionsOf({ records: { access }, effects }: Workspace): Sessions {
  return {
    begin(account, longer) {
      const token = newToken();
      const now = effects.now();
      const { idle, whole } = longer ? sessionTimes.longer : sessionTimes.usual;
      access.startSession({
        token: hashOf(token),
        previous: null,
        form: newToken(),
        account: account.key,
        used: now.toISOString(),
        rotated: now.toISOString(),
        ends: new Date(now.getTime() + whole * 1000).toISOString(),
        idle,
      });
      return token;
    },
    find(token, renew) {
      const hash = hashOf(token);
      const held = access.session(hash);
      if (held === undefined) return null;
      const now = effects.now();
      const since = (moment: string) => (now.getTime() - Date.parse(moment)) / 1000;
      const late = held.token !== hash && since(held.rotated) > sessionTimes.grace;
      if (late || since(held.used) >= held.idle || since(held.ends) >= 0) {
        access.endSession(hash);
        return null;
      }
      const { name, role, form } = held;
      const longer = held.idle > sessionTimes.usual.idle;
      if (renew && held.token === hash && since(held.rotated) >= sessionTimes.rotation) {
        const next = newToken();
        if (access.rotateSession(hash, hashOf(next), now.toISOString()))
          return { name, role, form, renewed: next, longer };
      } else if (since(held.used) >= sessionTimes.noted) access.useSession(held.token, now.toISOString());
      return { name, role, form, renewed: null, longer };
    },
    nameOf: (token) => access.session(hashOf(token))?.name ?? null,
    end: (token) => access.endSession(hashOf(token)),
  };
}

/** 256 random bits, in 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
