import type { FastifyInstance } from 'fastify';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { type Problem, problemCatalogue } from '../../kernel/problem.ts';
import { signInPage } from '../../pages/sign-in-page.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';
import { isMendableAnywhere } from '../refusals/mendable-anywhere.ts';
import type { AccountAccess } from './access.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { cookies } from './gate.ts';
import type { PasswordTries } from './password-tries.ts';
import { safeAddress } from './safe-address.ts';
import { sessionsOf } from './sessions.ts';
import { signedOutReasons, signInAddress } from './sign-in-address.ts';

const hidden = { schema: { hide: true } };

/** The page to sign in with, and signing out. */
export function signInRoutes(
  app: FastifyInstance,
  workspace: Workspace,
  { secure }: AccountAccess,
  tried: PasswordTries,
): void {
  const sessions = sessionsOf(workspace);

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
      const account = await tried(request, reply, { name, password });
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
}

/** What the page says of a try, in a sentence without its stop; what trying again cannot mend is thrown on. */
function errorOf(problem: Problem): string {
  if (!isMendableAnywhere(problem)) throw problem;
  const lead = problem.code === 'TOO_MANY_TRIES' ? `${problemCatalogue.TOO_MANY_TRIES.title}. ` : '';
  return `${lead}${problem.detail.repair.replace(/\.$/, '')}`;
}
