import { isIP } from 'node:net';
import { accountKey } from '../../app/access/account-name.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Access, openAccess } from './access.ts';
import { addressList } from './addresses.ts';

/** What the person who starts the server says of who may ask; lists have commas. */
export interface AccessOptions {
  /** The header in which a proxy names who asks. */
  readonly trustHeader?: string;
  /** The addresses of the proxy. */
  readonly trustProxy?: string;
  /** The names that may change things, where a proxy names people. */
  readonly editors?: string;
  /** People sign in, also where only this machine reaches the server. */
  readonly accounts?: boolean;
  /** The address that people use, such as `https://headroom.example.org`. */
  readonly publicUrl?: string;
}

/** Where the server answers to, and who may ask. */
export interface Opening {
  readonly access: Access;
  /** The origin that people use; null where it is only this machine's own. */
  readonly origin: string | null;
  /** Whether others than this machine can reach it. */
  readonly exposed: boolean;
}

const localHosts = ['127.0.0.1', '::1', 'localhost'];
const ownHeaders = ['host', 'cookie', 'origin', 'authorization', 'x-forwarded-for', 'content-type'];

/**
 * Who may ask a server that listens on `host`. Only this machine itself needs nothing.
 * @throws Problem BIND_REFUSED for what is no address; USAGE for options that do not fit
 */
export function openingFor(host: string, options: AccessOptions): Opening {
  if (isIP(host) === 0 && host !== 'localhost')
    throw new Problem('BIND_REFUSED', {
      seen: host === '' ? 'nothing' : host,
      allowed: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0, or localhost',
      repair: 'Give an address, or leave --host out.',
    });
  const url = options.publicUrl === undefined ? null : publicUrl(options.publicUrl);
  const exposed = !localHosts.includes(host) || (url !== null && !isLocal(url));
  const access = accessOf(options, { exposed, secure: exposed || url?.protocol === 'https:' });
  return { access, origin: url?.origin ?? null, exposed };
}

/** Refuses to be reached by others under no address that they could use, or without TLS. @throws Problem BIND_REFUSED */
export function checkExposure(host: string, { origin, exposed }: Opening): void {
  if (!exposed) return;
  if (origin === null)
    throw new Problem('BIND_REFUSED', {
      seen: `${host} without --public-url`,
      allowed: '--public-url https://headroom.example.org',
      repair: 'Say the address that people use: requests for any other are refused.',
    });
  if (!origin.startsWith('https:') && !isLocal(new URL(origin)))
    throw new Problem('BIND_REFUSED', {
      place: '--public-url',
      seen: origin,
      allowed: 'an address that begins with https://',
      repair: 'Put a proxy with TLS before Headroom: names and passwords would travel in the open.',
    });
}

function isLocal({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** What to say where others could reach the server and nothing says who may use it. */
export function accessMissing(seen: string): Problem {
  return new Problem('BIND_REFUSED', {
    seen,
    repair:
      'It would let other machines reach Headroom, and nothing says who may use it. Leave --host and --public-url out, or configure access in one of two ways. Accounts: headroom user add NAME --role editor. Single sign-on by a proxy: --trust-header NAME --trust-proxy ADDRESS. Either needs --public-url https://headroom.example.org, the address that people use. docs/access.md shows both.',
  });
}

function accessOf(
  { trustHeader, trustProxy, editors, accounts = false }: AccessOptions,
  { exposed, secure }: { readonly exposed: boolean; readonly secure: boolean },
): Access {
  const proxies = addressList('--trust-proxy', listed(trustProxy));
  if (trustHeader !== undefined) {
    const header = trustHeader.toLowerCase();
    if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(header) || ownHeaders.includes(header))
      throw usage('--trust-header', trustHeader, 'the name of a header, such as X-Forwarded-User');
    if (accounts) throw usage('--accounts', '--trust-header as well', 'one of the two');
    if (trustProxy === undefined)
      throw usage('--trust-header', 'no --trust-proxy', '--trust-proxy with the addresses of the proxy');
    return { kind: 'header', header, proxies, editors: new Set(listed(editors).map(accountKey)) };
  }
  if (editors !== undefined)
    throw usage('--editors', 'no --trust-header', 'headroom user role NAME editor, where people sign in');
  if (exposed || accounts) return { kind: 'accounts', proxies, secure };
  if (trustProxy !== undefined)
    throw usage('--trust-proxy', 'neither --trust-header nor --accounts', 'one of them with it');
  return openAccess;
}

function publicUrl(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : null;
  const plain =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '') &&
    url.pathname === '/';
  if (plain) return url;
  throw usage('--public-url', written, 'such as https://headroom.example.org, without a path');
}

function listed(written: string | undefined): readonly string[] {
  return written === undefined ? [] : written.split(',').map((one) => one.trim());
}

function usage(place: string, seen: string, allowed: string): Problem {
  return new Problem('USAGE', { place, seen, allowed, repair: 'headroom serve --help shows them together.' });
}
