import type { FastifyInstance } from 'fastify';
import { accountKey } from '../../app/access/account-name.ts';
import { changePassword } from '../../app/access/accounts.ts';
import { checkPassword } from '../../app/access/checked-password.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { type PasswordFault, passwordPage } from '../../pages/password-page.ts';
import { readQuery } from '../asked/query.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';
import type { AccountAccess } from './access.ts';
import { cookieOf, setCookie } from './cookies.ts';
import { cookies } from './gate.ts';
import type { PasswordTries } from './password-tries.ts';
import { sessionsOf } from './sessions.ts';

const hidden = { schema: { hide: true } };

/** The page on which somebody who is signed in changes the own password, whether they may change anything else or not. */
export function passwordRoutes(
  app: FastifyInstance,
  workspace: Workspace,
  { secure }: AccountAccess,
  tried: PasswordTries,
): void {
  const sessions = sessionsOf(workspace);
  app.get('/password', hidden, (request, reply) => {
    const { others } = readQuery(request.query, ['kept'], false);
    return sendPage(reply, passwordPage({ kept: others['kept'] === 'yes', fault: null }));
  });
  app.register(async (forms) => {
    takeForms(forms);
    forms.post('/password', { ...hidden, bodyLimit: 8 * 1024 }, async (request, reply) => {
      const name = request.person?.visitor.name;
      if (typeof name !== 'string') throw new Error('a page for people was reached by nobody');
      const { present = '', password = '', again = '' } = formFields(request.body, '/session');
      const refuse = (fault: PasswordFault, status = 400) =>
        sendPage(reply.code(status), passwordPage({ kept: false, fault }));
      const fault = faultOf(name, { present, password, again });
      if (fault !== null) return refuse(fault);
      const account = await tried(request, reply, { name, password: present });
      if (typeof account === 'string')
        return refuse({
          field: 'present',
          message: 'This is not your present password. Check it, and try again.',
        });
      if ('code' in account)
        return refuse(
          { field: 'present', message: `Too many tries in a short time. ${account.detail.repair}` },
          account.status,
        );
      const before = cookieOf(request, cookies.session, secure);
      const longer = before !== null && sessions.find(before, false)?.longer === true;
      // It ends every visit, also this one; only who has just shown to know the password begins a new one.
      await changePassword(workspace, { name, password, by: name });
      const changed = workspace.records.access.account(accountKey(name));
      if (changed === undefined) throw new Error('an account went while it was changed');
      const value = sessions.begin(changed, longer);
      return reply
        .header('set-cookie', setCookie({ name: cookies.session, value, secure }))
        .redirect('/password?kept=yes', 303);
    });
  });
}

interface Given {
  readonly present: string;
  readonly password: string;
  readonly again: string;
}

/** What is wrong with a form before any password is tried; null where nothing is. */
function faultOf(name: string, { present, password, again }: Given): PasswordFault | null {
  if (present === '') return { field: 'present', message: 'Give your present password.' };
  if (password === '') return { field: 'password', message: 'Give a new password.' };
  if (password === present)
    return { field: 'password', message: 'Give a password that is not the present one.' };
  try {
    checkPassword(password, name);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { seen, allowed, repair } = thrown.detail;
    return { field: 'password', message: `It is too easy to guess: ${seen}. Allowed: ${allowed}. ${repair}` };
  }
  if (password !== again)
    return { field: 'again', message: 'The two new passwords differ. Type the same in both fields.' };
  return null;
}
