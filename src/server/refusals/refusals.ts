import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Effects } from '../../kernel/effects.ts';
import type { Problem } from '../../kernel/problem.ts';
import { tokenField } from '../../pages/frame/post-forms.ts';
import { signInAddress } from '../access/sign-in-address.ts';
import { isFormBody } from '../forms/form-fields.ts';
import { wantsPage } from '../wire/problem-reply.ts';
import { type KeptLimits, keptRefusals } from './kept-refusals.ts';
import type { Refusal } from './refusal.ts';
import { refusedToken, withoutRefused, withRefused } from './refused-address.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The form of this address that was refused before, which the page shows again; null for none. */
    refusal: Refusal | null;
    /** Who sends it, where the visit is over; null unless a form is to be kept for that person. */
    formerly: string | null;
  }
  interface FastifyContextConfig {
    /** Whether the page shows what was typed beside its errors; elsewhere the problem has a page of its own. */
    readonly showsRefusal?: boolean;
  }
}

/** What is kept for those who are known, and for those who sign in. */
const refusalLimits = {
  known: { most: 400, ofOne: 20, bytes: 16 * 1024 * 1024, minutes: 60 },
  signingIn: { most: 200, ofOne: 3, bytes: 1024 * 1024, minutes: 15 },
} as const satisfies Readonly<Record<string, KeptLimits>>;

/** Keeps a form that was refused, and gives the address that shows it; null where the answer is given at once. */
export type KeepRefusal = (request: FastifyRequest, problem: Problem) => string | null;

/**
 * Forms that are refused, so that going back and loading again never sends anything: what was typed is kept for the
 * person who sent it, the browser is sent to the page of the form, and the page shows it until it was sent well.
 * Call it after the gate, which knows who asks; the server rewrites addresses by `withoutRefused`.
 */
export function refusals(app: FastifyInstance, effects: Effects): KeepRefusal {
  const now = () => effects.now().getTime();
  const known = keptRefusals(refusalLimits.known, now);
  const signingIn = keptRefusals(refusalLimits.signingIn, now);
  app.decorateRequest('refusal', null);

  app.addHook('onRequest', async (request, reply) => {
    const token = isRead(request) ? refusedToken(request.originalUrl) : null;
    const { person } = request;
    if (token === null || person === null) return;
    const refusal = storeOf(request)?.find(token, ownerOf(request), pathOf(request)) ?? null;
    if (refusal === null || refusal.lost)
      request.person = { ...person, visitor: { ...person.visitor, lost: true } };
    if (refusal === null) return;
    request.refusal = refusal;
    const wait = refusal.problem.detail.data?.['retryAfter'];
    if (typeof wait === 'number') reply.header('retry-after', wait);
    reply.code(refusal.problem.status);
    if (request.routeOptions.config.showsRefusal !== true) throw refusal.problem;
  });

  app.addHook('onSend', async (request, reply) => {
    const location = reply.getHeader('location');
    if (typeof location !== 'string' || refusedToken(location) !== null) return;
    if (isRead(request)) {
      const token = refusedToken(request.originalUrl);
      // Another way to write the same address: the form goes along.
      if (token !== null && request.refusal !== null) reply.header('location', withRefused(location, token));
    } else if (reply.statusCode === 303) {
      const token = refusedToken(request.headers.referer ?? '');
      if (token !== null) storeOf(request)?.drop(token, ownerOf(request));
    }
  });

  return (request, problem) => {
    const store = storeOf(request);
    const isForm = request.method === 'POST' && !request.is404 && isFormBody(request);
    if (!isForm || !wantsPage(request) || store === null) return null;
    const { url = '/' } = request.routeOptions;
    const address = app.hasRoute({ method: 'GET', url }) ? withoutRefused(request.url) : '/';
    const path = address === '/' ? '/' : pathOf(request);
    const fields = fieldsOf(request.body);
    const token = store.keep(ownerOf(request), path, { problem, fields, lost: false });
    const shown = withRefused(address, token);
    return request.formerly === null ? shown : signInAddress(shown, 'kept');
  };

  function storeOf({ person, formerly }: FastifyRequest) {
    if (formerly !== null) return known;
    if (person === null) return null;
    if (person.visitor.role !== null) return known;
    return person.secret === null ? null : signingIn;
  }
}

/** Whose it is: a name, the cookie of a form to sign in with, or whoever uses the machine. */
function ownerOf({ person, formerly }: FastifyRequest): string {
  const name = formerly ?? person?.visitor.name ?? null;
  return name === null ? `form ${person?.secret ?? ''}` : `name ${name}`;
}

function pathOf({ url }: FastifyRequest): string {
  const [path = '/'] = url.split('?');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** What was typed; of a form that asks for a password only the name of the person, since its other fields may hold passwords too. */
function fieldsOf(body: unknown): Refusal['fields'] {
  if (!(body instanceof URLSearchParams)) return {};
  const secret = [...body.keys()].some((name) => /pass/i.test(name));
  return Object.fromEntries(
    [...body].filter(([name]) => name !== tokenField && (!secret || name === 'name')),
  );
}
