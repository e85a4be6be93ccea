import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type SignInForm, signInPage } from '../../pages/sign-in-page.ts';
import { readQuery } from '../asked/query.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';
import type { AccountAccess } from './access.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { cookies } from './gate.ts';
import type { PasswordTries } from './password-tries.ts';
import { safeAddress } from './safe-address.ts';
import { sessionsOf } from './sessions.ts';

const hidden = { schema: { hide: true } };

/** The page to sign in with, and signing out. */
export function signInRoutes(
  app: FastifyInstance,
  workspace: Workspace,
  { secure }: AccountAccess,
  tried: PasswordTries,
): void {
  const sessions = sessionsOf(workspace);

  app.get('/sign-in', hidden, (request, reply) => {
    const { others } = readQuery(request.query, ['next', 'out'], false, 2000);
    const next = safeAddress(others['next'] ?? '/');
    if (typeof request.person?.visitor.name === 'string') return reply.redirect(next, 303);
    return sendPage(reply, signInPage({ next, out: others['out'] === 'yes', name: '', error: null }));
  });

  app.register(async (forms) => {
    takeForms(forms);
    forms.post('/sign-in', { ...hidden, bodyLimit: 8 * 1024 }, async (request, reply) => {
      const fields = formFields(request.body, '/session');
      const { name = '', password = '', longer } = fields;
      const form = { next: safeAddress(fields['next'] ?? '/'), out: false, name };
      const account = await tried(request, reply, { name, password });
      if (typeof account === 'string')
        return sendPage(reply.code(401), signInPage({ ...form, error: account }));
      if ('code' in account) return refused(reply, account, form);
      const before = cookieOf(request, cookies.session, secure);
      if (before !== null) sessions.end(before);
      const value = sessions.begin(account, longer === 'yes');
      return reply
        .header('set-cookie', [
          setCookie({ name: cookies.session, value, secure }),
          setCookie({ name: cookies.form, value: '', secure }),
        ])
        .redirect(form.next, 303);
    });
    forms.post('/sign-out', hidden, (request, reply) => {
      const token = cookieOf(request, cookies.session, secure);
      if (token !== null) sessions.end(token);
      return reply
        .header('set-cookie', setCookie({ name: cookies.session, value: '', secure }))
        .redirect('/sign-in?out=yes', 303);
    });
  });

  function refused(reply: FastifyReply, problem: Problem, form: Omit<SignInForm, 'error'>): FastifyReply {
    const error = `Too many tries in a short time. ${problem.detail.repair.replace(/\.$/, '')}`;
    return sendPage(reply.code(problem.status), signInPage({ ...form, error }));
  }
}
