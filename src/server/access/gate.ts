import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { continuePage } from '../../pages/continue-page.ts';
import { tokenField } from '../../pages/frame/post-forms.ts';
import { anyone, forVisitor } from '../../pages/frame/visitor.ts';
import { isFormBody } from '../forms/form-fields.ts';
import { noToken, withoutRefused, withRefused } from '../refusals/refused-address.ts';
import { wantsPage } from '../wire/problem-reply.ts';
import type { Access, AccountAccess } from './access.ts';
import { clientAddress, peerAddress } from './addresses.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { isFormToken } from './form-tokens.ts';
import { namedByProxy } from './named-by-proxy.ts';
import { type Person, personWith, stranger } from './person.ts';
import { rateLimit, tooManyTries } from './rate-limit.ts';
import { safeAddress } from './safe-address.ts';
import { newToken, sessionsOf } from './sessions.ts';
import { signInAddress } from './sign-in-address.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who makes it; null until it is known. */
    person: Person | null;
  }
  interface FastifyContextConfig {
    /** `upload`: a person may ask for it only so often, as for all that takes files. */
    readonly limit?: 'upload';
  }
}

/** The cookies: of a visit, and of the form with which one signs in. */
export const cookies = { session: 'headroom', form: 'headroom-form' } as const;

/** Files that one person may send, and in how many seconds. */
export const uploadLimit = { most: 60, within: 600 } as const;

const signIn = '/sign-in';

/**
 * Lets through only whoever may ask, before anything else of the request is read: viewers read, editors also change,
 * each form that changes something has a token of its visit, and what is written bears the person's own name.
 */
export function gate(app: FastifyInstance, workspace: Workspace, access: Access): void {
  const { effects } = workspace;
  const sessions = sessionsOf(workspace);
  const secret = newToken();
  const uploads = rateLimit(uploadLimit);
  app.decorateRequest('person', null);
  app.decorateRequest('formerly', null);

  app.addHook('onRequest', async (request, reply) => {
    const person = personOf(request, reply);
    request.person = person ?? stranger;
    if (person === null && !isOpen(request) && request.formerly === null) return stop(request, reply);
    if (changes(request) && !isOwn(request) && request.person.visitor.role === 'viewer')
      throw new Problem('EDITORS_ONLY', {
        seen: `${person?.visitor.name ?? 'somebody'}, a viewer`,
        repair: 'Nothing was changed. Ask whoever runs the server to make you an editor.',
      });
    if (request.routeOptions.config.limit === 'upload') countUpload(request, reply);
  });

  app.addHook('preValidation', async (request) => {
    const { secret: own, visitor } = request.person ?? stranger;
    if (request.formerly !== null)
      throw new Problem('SIGN_IN_NEEDED', {
        repair: 'You were signed out before this was sent. Nothing was changed: check it, and send it again.',
      });
    const { body } = request;
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const token = isForm ? body.get(tokenField) : request.headers['x-csrf-token'];
    if (isForm) body.delete(tokenField);
    if (access.kind === 'open' || !changes(request)) return;
    if (own === null || typeof token !== 'string' || !isFormToken(own, token))
      throw new Problem('FORM_EXPIRED', {
        seen: token === undefined || token === null ? 'no token' : 'a token of another visit',
        repair: isForm
          ? 'The form was out of date, and nothing was changed. Check it, and send it again from here. Cookies must be allowed.'
          : 'Nothing was kept. Read /api/v1/session again, and send its token.',
      });
    if (visitor.name === null || isOwn(request)) return;
    if (isForm) body.set('by', visitor.name);
    else if (typeof body === 'object' && body !== null && !Array.isArray(body))
      request.body = { ...body, by: visitor.name };
  });

  // What the handler calls, and what that awaits, makes its pages for this person.
  app.addHook('preHandler', (request, _reply, done) =>
    forVisitor((request.person ?? stranger).visitor, done),
  );

  function personOf(request: FastifyRequest, reply: FastifyReply): Person | null {
    if (access.kind === 'open') return { visitor: anyone, secret: null };
    if (access.kind === 'accounts') return signedIn(request, reply, access);
    const probe = isHealth(request) && ['127.0.0.1', '::1'].includes(peerAddress(request));
    return probe ? stranger : namedByProxy(request, access, secret);
  }

  function signedIn(request: FastifyRequest, reply: FastifyReply, { secure }: AccountAccess): Person | null {
    if (isAsset(request)) return null;
    const token = cookieOf(request, cookies.session, secure);
    const renew = !request.url.startsWith('/charts/');
    const name = token !== null && sendsForm(request) && !isOwn(request) ? sessions.nameOf(token) : null;
    const session = token === null ? null : sessions.find(token, renew);
    if (session === null) {
      request.formerly = name;
      return request.routeOptions.url === signIn ? signingIn(request, reply, secure) : null;
    }
    const { role, form, renewed } = session;
    if (renewed !== null)
      reply.header('set-cookie', setCookie({ name: cookies.session, value: renewed, secure }));
    return personWith({ name: session.name, role, signsOut: true }, form);
  }

  /** The form with which one signs in has a token too, of a cookie of its own. */
  function signingIn(request: FastifyRequest, reply: FastifyReply, secure: boolean): Person | null {
    const held = cookieOf(request, cookies.form, secure);
    if (held === null && changes(request)) return null;
    const value = held ?? newToken();
    if (held === null) reply.header('set-cookie', setCookie({ name: cookies.form, value, secure }));
    return personWith({ name: null, role: null, signsOut: false }, value);
  }

  function stop(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (sendsForm(request)) {
      // Nothing of it was read: nobody is known for whom it could be kept.
      const address = isOwn(request) ? '/' : withRefused(withoutRefused(request.url), noToken);
      return reply.redirect(signInAddress(address, isOwn(request) ? 'form' : 'lost'), 303);
    }
    if (!changes(request) && wantsPage(request)) {
      const next = safeAddress(request.originalUrl);
      // A browser that follows a link of another site leaves the cookie out; one that goes on from here brings it.
      if (request.headers['sec-fetch-site'] === 'cross-site')
        return reply.type('text/html; charset=utf-8').send(continuePage(next));
      return reply.redirect(signInAddress(next), 303);
    }
    reply.header('www-authenticate', 'Session realm="Headroom"');
    throw new Problem('SIGN_IN_NEEDED', {
      repair: changes(request) ? `Nothing was changed. Sign in at ${signIn} first.` : `Sign in at ${signIn}.`,
    });
  }

  function countUpload(request: FastifyRequest, reply: FastifyReply): void {
    const { visitor } = request.person ?? stranger;
    const from = access.kind === 'accounts' ? clientAddress(request, access.proxies) : peerAddress(request);
    const wait = uploads.take(visitor.name ?? from, effects.now());
    if (wait === 0) return;
    reply.header('retry-after', wait);
    throw tooManyTries(wait, 'sending files');
  }
}

function changes({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Whether a browser sends a form of a page. */
function sendsForm(request: FastifyRequest): boolean {
  return request.method === 'POST' && !request.is404 && isFormBody(request) && wantsPage(request);
}

function isAsset({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return url.startsWith('/assets/') || url === '/favicon.ico';
}

function isHealth({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return url.startsWith('/health/');
}

/** What is answered to anybody: what a page to sign in with needs, and whether the server lives. */
function isOpen(request: FastifyRequest): boolean {
  return isAsset(request) || isHealth(request);
}

/** What everybody may do with the own visit. */
function isOwn({ routeOptions: { url } }: FastifyRequest): boolean {
  return url === signIn || url === '/sign-out' || url === '/password';
}
