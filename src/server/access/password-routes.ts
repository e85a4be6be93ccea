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
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';
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
  app.get('/password', { ...hidden, config: { showsRefusal: true } }, (request, reply) => {
    const { others } = readQuery(request.query, ['kept'], false);
    const fault = request.refusal === null ? null : faultOf(request.refusal.problem);
    return sendPage(reply, passwordPage({ kept: fault === null && others['kept'] === 'yes', fault }));
  });
  app.register(async (forms) => {
    takeForms(forms);
    forms.post('/password', { ...hidden, bodyLimit: 8 * 1024 }, async (request, reply) => {
      const name = request.person?.visitor.name;
      if (typeof name !== 'string') throw new Error('a page for people was reached by nobody');
      const { present = '', password = '', again = '' } = formFields(request.body, '/session');
      checkGiven(name, { present, password, again });
      const account = await tried(request, reply, { name, password: present }).catch((thrown: unknown) => {
        if (!(thrown instanceof Problem) || thrown.code !== 'SIGN_IN_NEEDED') throw thrown;
        throw bad('present', 'This is not your present password. Check it, and try again.');
      });
      const before = cookieOf(request, cookies.session, secure);
      const longer = before !== null && sessions.find(before, false)?.longer === true;
      // It ends every visit, also this one; only who has just shown to know the password begins a new one.
      await changePassword(workspace, { name, password, by: name, held: account.password });
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

/** Refuses what is wrong before any password is tried. @throws Problem BAD_VALUE, PASSWORD_WEAK */
function checkGiven(name: string, { present, password, again }: Given): void {
  if (present === '') throw bad('present', 'Give your present password.');
  if (password === '') throw bad('password', 'Give a new password.');
  if (password === present) throw bad('password', 'Give a password that is not the present one.');
  checkPassword(password, name);
  if (password !== again) throw bad('again', 'The two new passwords differ. Type the same in both fields.');
}

function bad(place: PasswordFault['field'], repair: string): Problem {
  return new Problem('BAD_VALUE', { place, repair });
}

/** What the page says of a problem, and at which field; what trying again cannot mend is thrown on. */
function faultOf(problem: Problem): PasswordFault {
  const { place, seen, allowed, repair } = partsOf(problem);
  if (problem.code === 'PASSWORD_WEAK')
    return {
      field: 'password',
      message: `It is too easy to guess: ${seen}. Allowed: ${allowed}. ${repair}`,
    };
  const field = (['present', 'password', 'again'] as const).find((one) => one === place);
  if (field === undefined && !isMendableAnywhere(problem)) throw problem;
  return { field: field ?? 'present', message: repair };
}
