import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountKey } from '../../app/access/account-name.ts';
import { passwordLengths } from '../../app/access/checked-password.ts';
import { passwordMatches } from '../../app/access/password-hash.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem, problemCatalogue } from '../../kernel/problem.ts';
import type { Account } from '../../model/account.ts';
import { signInPage } from '../../pages/sign-in-page.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';
import { isMendableAnywhere } from '../refusals/mendable-anywhere.ts';
import type { AccountAccess } from './access.ts';
import { clientAddress } from './addresses.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { cookies } from './gate.ts';
import { rateLimit, tooManyTries } from './rate-limit.ts';
import { safeAddress } from './safe-address.ts';
import { sessionsOf } from './sessions.ts';
import { signedOutReasons, signInAddress } from './sign-in-address.ts';

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

  app.get('/sign-in', { ...hidden, config: { showsRefusal: true } }, (request, reply) => {
    const query = readQuery(request.query, ['next', 'out', 'ended'], false, 2000);
    const { next: said = '/', out } = query.others;
    const next = safeAddress(said);
    if (typeof request.person?.visitor.name === 'string') return reply.redirect(next, 303);
    const { refusal } = request;
    const ended = refusal === null ? oneOf(query, 'ended', signedOutReasons) : null;
    return sendPage(
      reply,
      signInPage({
        ...{ action: signInAddress(next), out: out === 'yes', ended },
        name: refusal?.fields['name'] ?? '',
        error: refusal === null ? null : errorOf(refusal.problem),
      }),
    );
  });

  app.register(async (forms) => {
    takeForms(forms);
    forms.post('/sign-in', { ...hidden, bodyLimit: 8 * 1024 }, async (request, reply) => {
      const fields = formFields(request.body, '/session');
      const { name = '', password = '', longer } = fields;
      const { others } = readQuery(request.query, ['next'], false, 2000);
      const account = await tried(request, reply, name, password);
      const before = cookieOf(request, cookies.session, secure);
      if (before !== null) sessions.end(before);
      const value = sessions.begin(account, longer === 'yes');
      return reply
        .header('set-cookie', [
          setCookie({ name: cookies.session, value, secure }),
          setCookie({ name: cookies.form, value: '', secure }),
        ])
        .redirect(safeAddress(others['next'] ?? '/'), 303);
    });
    forms.post('/sign-out', hidden, (request, reply) => {
      const token = cookieOf(request, cookies.session, secure);
      if (token !== null) sessions.end(token);
      return reply
        .header('set-cookie', setCookie({ name: cookies.session, value: '', secure }))
        .redirect('/sign-in?out=yes', 303);
    });
  });

  /** The account that a name and a password belong to. @throws Problem SIGN_IN_NEEDED, TOO_MANY_TRIES */
  async function tried(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    password: string,
  ): Promise<Account> {
    if (name.trim() === '' || password === '') throw notSignedIn('Give your name and your password.');
    const key = accountKey(name).slice(0, 100);
    const from = clientAddress(request, access.proxies);
    const now = effects.now();
    const wait =
      working < signInLimits.atOnce ? Math.max(names.take(key, now), addresses.take(from, now)) : 5;
    if (wait > 0) {
      if (told.take('', now) === 0)
        effects.log(`Signing in is refused for ${wait} seconds to ${from}: too many tries.`);
      reply.header('retry-after', wait);
      throw tooManyTries(wait, 'signing in');
    }
    working++;
    try {
      const held = records.access.account(key)?.password;
      const kept = [...password].length > passwordLengths[1] ? undefined : held;
      const right = await passwordMatches(password, kept);
      const account = records.access.account(key);
      // It can have been changed or removed meanwhile.
      if (!right || account === undefined || account.password !== held)
        throw notSignedIn('The name and the password do not belong together. Check both, and try again.');
      names.giveBack(key);
      addresses.giveBack(from);
      return account;
    } finally {
      working--;
    }
  }
}

function notSignedIn(repair: string): Problem {
  return new Problem('SIGN_IN_NEEDED', { repair });
}

/** What the page says of a try, in a sentence without its stop; what trying again cannot mend is thrown on. */
function errorOf(problem: Problem): string {
  if (!isMendableAnywhere(problem)) throw problem;
  const lead = problem.code === 'TOO_MANY_TRIES' ? `${problemCatalogue.TOO_MANY_TRIES.title}. ` : '';
  return `${lead}${problem.detail.repair.replace(/\.$/, '')}`;
}
