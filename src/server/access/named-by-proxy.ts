import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { accountKey } from '../../app/access/account-name.ts';
import { plainLine } from '../../app/workspace/plain-line.ts';
import { Problem } from '../../kernel/problem.ts';
import type { HeaderAccess } from './access.ts';
import { isListed, peerAddress } from './addresses.ts';
import { type Person, personWith } from './person.ts';

/** The most characters of a name. */
const longestName = 100;

/**
 * Whom a proxy names as the sender of a request.
 * @param secret what only this server knows, from which the tokens of forms are made
 * @throws Problem NOT_FROM_PROXY, whatever else the request says; SIGN_IN_NEEDED where the proxy gives no name, or two
 */
export function namedByProxy(request: FastifyRequest, access: HeaderAccess, secret: string): Person {
  const peer = peerAddress(request);
  if (!isListed(access.proxies, peer))
    throw new Problem('NOT_FROM_PROXY', {
      seen: peer,
      repair: 'Use the public address, where the proxy signs people in.',
    });
  const { rawHeaders } = request.raw;
  const given = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === access.header,
  );
  const name = given.length === 1 ? nameIn(given[0] ?? '') : null;
  if (name === null)
    throw new Problem('SIGN_IN_NEEDED', {
      place: access.header,
      seen: given.length === 0 ? 'no such header' : given.length === 1 ? 'no name' : 'several names',
      allowed: 'one name, which the proxy sets',
      repair: 'Sign in where the proxy asks for it; whoever runs the proxy makes it send the name.',
    });
  const key = accountKey(name);
  const role = access.editors.has(key) ? 'editor' : 'viewer';
  const own = createHmac('sha256', secret).update(key).digest('base64url');
  return personWith({ name, role, signsOut: false }, own);
}

/** The name in a header, whose bytes are UTF-8 or Latin-1; null where it is none. */
function nameIn(value: string): string | null {
  try {
    return plainLine('name', decoded(value), longestName, '');
  } catch {
    return null;
  }
}

function decoded(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
