import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { uploadType } from '../forms/upload-form.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where people reach what they ask for, such as `https://headroom.example.org`, whatever stands in between. */
    askedOrigin: string;
  }
}

/** The bodies that a request may bring. */
const bodyTypes = ['application/json', 'application/x-www-form-urlencoded'] as const;

const localNames = ['localhost', '127.0.0.1', '[::1]'];

/** The hosts that may be named, with the origin of each. */
export type AllowedHosts = ReadonlyMap<string, string>;

/**
 * Refuses what a page of another site, or a name that was pointed at this machine, could send, and notes the origin.
 * @throws Problem WRONG_HOST, CROSS_ORIGIN, BODY_TYPE
 */
export function guard(request: FastifyRequest, hosts: AllowedHosts): void {
  const host = checkedHost(request, hosts);
  request.askedOrigin = hosts.get(host) ?? `http://${host}`;
  if (request.method === 'GET' || request.method === 'HEAD') return;
  checkOrigin(request, request.askedOrigin);
  // What nothing answers is told so, whatever its body.
  if (!request.is404) checkBody(request);
}

/**
 * The names of this machine itself, and the one that people use.
 * @param port the port that the server answers on
 * @param publicOrigin the origin that people use beside the machine's own; null for none
 */
export function allowedHosts(port: number, publicOrigin: string | null = null): AllowedHosts {
  const local = localNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  const hosts = new Map(local.map((host) => [host, `http://${host}`]));
  if (publicOrigin !== null) hosts.set(new URL(publicOrigin).host, publicOrigin);
  return hosts;
}

function checkedHost(request: FastifyRequest, allowed: AllowedHosts): string {
  const { rawHeaders, url = '' } = request.raw;
  const given: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.toLowerCase() === 'host') given.push(rawHeaders[at + 1] ?? '');
  const [host, second] = given;
  const seen = host?.toLowerCase();
  if (seen !== undefined && second === undefined && allowed.has(seen) && url.startsWith('/')) return seen;
  throw new Problem('WRONG_HOST', {
    seen: given.length === 0 ? 'no host' : given.join(', ').slice(0, 100),
    allowed: [...allowed.keys()].join(', '),
    repair: 'Use one of these addresses; the first ones work on the machine that Headroom runs on.',
  });
}

/** A browser says where a request is from; what says nothing is refused. */
function checkOrigin({ headers }: FastifyRequest, origin: string): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  if (site === undefined && headers.origin === origin) return;
  throw new Problem('CROSS_ORIGIN', {
    seen: String(site ?? headers.origin ?? 'no origin').slice(0, 100),
    allowed: origin,
    repair: 'Send it from a page of Headroom itself.',
  });
}

function checkBody({ headers, routeOptions }: FastifyRequest): void {
  const allowed = [...bodyTypes, ...(routeOptions.config.takesFiles === true ? [uploadType] : [])];
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (allowed.some((one) => one === type)) return;
  throw new Problem('BODY_TYPE', {
    seen: (type ?? 'no type').slice(0, 100),
    allowed: allowed.join(', '),
    repair: 'Say one of these in Content-Type.',
  });
}
