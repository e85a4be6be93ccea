import type { BlockList } from 'node:net';

/** Who may ask: anyone (on this machine itself), whoever a proxy names, or whoever signs in. */
export type Access = OpenAccess | HeaderAccess | AccountAccess;

/** Whoever uses the machine. */
export interface OpenAccess {
  readonly kind: 'open';
}

/** A proxy signs people in, and names them. */
export interface HeaderAccess {
  readonly kind: 'header';
  /** The header that holds the name, in small letters. */
  readonly header: string;
  /** The addresses from which it is heeded; all others are refused. */
  readonly proxies: BlockList;
  /** The keys of the names that may change things; all others are viewers. */
  readonly editors: ReadonlySet<string>;
}

/** People sign in with a name and a password. */
export interface AccountAccess {
  readonly kind: 'accounts';
  /** Proxies that say for which address they ask; it counts only for limits on tries. */
  readonly proxies: BlockList;
  /** Whether browsers send the cookie over TLS only; false on this machine itself. */
  readonly secure: boolean;
}

/** Access to a server that only this machine reaches. */
export const openAccess: OpenAccess = { kind: 'open' };
