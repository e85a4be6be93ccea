import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';

/** Refuses what no route answers: an unknown address, a method that an address does not take, a type that it does not give. */
export type CheckRoute = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Gathers the routes of a server as they are declared, and checks requests against them before a body is read.
 * Call it before any route is declared. @returns what throws Problem UNKNOWN_PAGE, METHOD_NOT_ALLOWED (with `allow`), NOT_ACCEPTABLE
 */
export function checkedRoutes(app: FastifyInstance): CheckRoute {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
    routes.push({ pattern, methods: [method].flat() });
  });
  return (request, reply) => {
    if (!request.is404) return checkAccept(request);
    const [path = ''] = request.url.split(/[?#]/);
    const methods = routes.flatMap((route) => (route.pattern.test(path) ? route.methods : []));
    if (methods.length === 0) throw unknownPage(request);
    const allowed = [...new Set(methods)].toSorted().join(', ');
    reply.header('allow', allowed);
    throw new Problem('METHOD_NOT_ALLOWED', {
      seen: request.method,
      allowed,
      repair: isApi(path)
        ? 'What each address takes is described in /api/v1/openapi.json.'
        : 'Use the links and forms of the pages.',
    });
  };
}

/** The problem of an address that nothing is at. */
export function unknownPage({ url }: FastifyRequest): Problem {
  return new Problem('UNKNOWN_PAGE', {
    seen: url.slice(0, 200),
    repair: isApi(url)
      ? 'The addresses for programs are described in /api/v1/openapi.json.'
      : 'Start again from the front page, /.',
  });
}

function isApi(url: string): boolean {
  return url.startsWith('/api/');
}

/** Asks of routes that say their types whether one of them is wanted. */
function checkAccept({ headers, routeOptions }: FastifyRequest): void {
  const { accept } = headers;
  if (accept === undefined || accept.trim() === '') return;
  const given = typesOf(routeOptions.schema?.response);
  if (given.length === 0) return;
  const wanted = accept.split(',').flatMap((part) => {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return parameters.some((one) => /^q=0(\.0*)?$/.test(one)) ? [] : [type];
  });
  const fits = (type: string) =>
    wanted.some((one) => one === '*/*' || one === type || one === `${type.split('/')[0]}/*`);
  if (given.some(fits)) return;
  throw new Problem('NOT_ACCEPTABLE', {
    seen: accept.slice(0, 200),
    allowed: given.join(', '),
    repair: 'Name one of these in Accept, or */*.',
  });
}

const known = new WeakMap<object, readonly string[]>();

/** The media types that a route's schema says of its answer. */
function typesOf(response: unknown): readonly string[] {
  if (typeof response !== 'object' || response === null) return [];
  const types = known.get(response) ?? Object.keys(within(within(response, '200'), 'content') ?? {});
  known.set(response, types);
  return types;
}

function within(value: unknown, name: string): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'object' && found !== null ? found : undefined;
}
