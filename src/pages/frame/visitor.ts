import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from '../../model/account.ts';

/** Who looks at a page, as far as the page shows it. */
export interface Visitor {
  /** Null where people are not told apart, or the person has not signed in. */
  readonly name: string | null;
  /** What the person may do; null for nobody yet. */
  readonly role: Role | null;
  /** The token that forms carry; null where they need none. */
  readonly token: () => string | null;
  /** Whether the page offers to sign out. */
  readonly signsOut: boolean;
  /** Whether a form that was sent is no longer kept, which the page then says. */
  readonly lost?: boolean;
}

/** Whoever uses the machine itself, where access is not configured: changes everything, and gives the own name in each form. */
export const anyone: Visitor = { name: null, role: 'editor', token: () => null, signsOut: false };

/** Somebody who has not signed in. */
export const nobody: Visitor = { name: null, role: null, token: () => null, signsOut: false };

const present = new AsyncLocalStorage<Visitor>();

/** Work whose pages are for a visitor. */
export function forVisitor<T>(visitor: Visitor, work: () => T): T {
  return present.run(visitor, work);
}

/** Whom the page that is being made is for; anyone unless said. */
export function currentVisitor(): Visitor {
  return present.getStore() ?? anyone;
}
