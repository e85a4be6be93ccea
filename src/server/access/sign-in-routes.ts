import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountKey } from '../../app/access/account-name.ts';
import { passwordLengths } from '../../app/access/checked-password.ts';
import { passwordMatches } from '../../app/access/password-hash.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Account } from '../../model/account.ts';
import { type SignInForm, signInPage } from '../../pages/sign-in-page.ts';
import { readQuery } from '../asked/query.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';
import type { AccountAccess } from './access.ts';
import { clientAddress } from './addresses.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { cookies } from './gate.ts';
import { rateLimit, tooManyTries } from './rate-limit.ts';
import { safeAddress } from './safe-address.ts';
import { sessionsOf } from './sessions.ts';

/** Tries that fail, for one name and for one address, in seconds; and those worked on at once, each of which takes memory. */
export const signInLimits = {
  name: { most: 10, within: 15 * 60 },
  address: { most: 30, within: 15 * 60 },
  atOnce: 8,
  /** Refusals that the log has. */
  told: { most: 10, within: 60 },
} as const;

const hidden = { schema: { hide: true } };

/** The page to sign in with, and signing out. */
export function signInRoutes(app: FastifyInstance, workspace: Workspace, access: AccountAccess): void {
  const { effects, records } = workspace;
  const { secure } = access;
  const sessions = sessionsOf(workspace);
  const names = rateLimit(signInLimits.name);
  const addresses = rateLimit(signInLimits.address);
  const told = rateLimit(signInLimits.told);
  let working = 0;

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
      const account = await tried(request, reply, name, password);
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

  /** The account that a name and a password belong to; a sentence where they belong to none; a problem where nothing was tried. */
  async function tried(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    password: string,
  ): Promise<Account | string | Problem> {
    if (name.trim() === '' || password === '') return 'Give your name and your password';
    const key = accountKey(name).slice(0, 100);
    const from = clientAddress(request, access.proxies);
    const now = effects.now();
    const wait =
      working < signInLimits.atOnce ? Math.max(names.take(key, now), addresses.take(from, now)) : 5;
    if (wait > 0) {
      if (told.take('', now) === 0)
        effects.log(`Signing in is refused for ${wait} seconds to ${from}: too many tries.`);
      reply.header('retry-after', wait);
      return tooManyTries(wait, 'signing in');
    }
    working++;
    try {
      const held = records.access.account(key)?.password;
      const kept = [...password].length > passwordLengths[1] ? undefined : held;
      const right = await passwordMatches(password, kept);
      const account = records.access.account(key);
      // It can have been changed or removed meanwhile.
      if (!right || account === undefined || account.password !== held)
        return 'The name and the password do not belong together. Check both, and try again';
      names.giveBack(key);
      addresses.giveBack(from);
      return account;
    } finally {
      working--;
    }
  }

  function refused(reply: FastifyReply, problem: Problem, form: Omit<SignInForm, 'error'>): FastifyReply {
    const error = `Too many tries in a short time. ${problem.detail.repair.replace(/\.$/, '')}`;
    return sendPage(reply.code(problem.status), signInPage({ ...form, error }));
  }
}
