import { Argument, type Command, Option } from 'commander';
import {
  addAccount,
  changePassword,
  changeRole,
  type ListedAccount,
  listAccounts,
  removeAccount,
} from '../../app/access/accounts.ts';
import type { Role } from '../../model/account.ts';
import { table } from '../describe/table.ts';
import { wrap } from '../describe/wrap.ts';
import { newPassword } from '../options/ask-secret.ts';
import { byOption } from '../options/by-option.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { withVerbs } from '../options/with-verbs.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

interface UserOptions extends CommonOptions {
  readonly role: Role;
  readonly by: string;
  readonly passwordStdin?: boolean;
}

/** `user VERB`: who may sign in to the pages, where the server asks for it. */
export function command(name: string): Command {
  const user = newCommand(
    name,
    'Say who may sign in to the pages, where others than this machine reach them. A viewer reads; an editor also changes, under the own name.',
    () => [
      'user add "A. Officer" --role editor',
      'user list',
      'user password "A. Officer"',
      'user role "A. Officer" viewer',
      'user remove "A. Officer"',
    ],
  );
  return withVerbs(user, [add(), list(), password(), role(), remove()]);
}

function add(): Command {
  return withPassword(
    newCommand('user add', 'Let somebody sign in. The password is asked for, and never an argument.', () => [
      'user add "A. Officer" --role editor',
      'user add a.member@example.org --role viewer --password-stdin < password.txt',
    ]).name('add'),
  )
    .addOption(new Option('--role <role>', 'what the person may do').choices(roles).default('viewer'))
    .action(async (name: string, options: UserOptions) => {
      const { role: given, by } = options;
      await withWorkspace(options, async (workspace) => {
        const secret = await newPassword(name, { stdin: options.passwordStdin === true });
        const account = await addAccount(workspace, { name, role: given, password: secret, by });
        tell(options, account, `${account.name} can sign in as ${article[account.role]}.`);
      });
    });
}

function password(): Command {
  return withPassword(
    newCommand('user password', 'Give somebody a new password, and sign them out everywhere.', () => [
      'user password "A. Officer"',
    ]).name('password'),
  ).action(async (name: string, options: UserOptions) => {
    await withWorkspace(options, async (workspace) => {
      const secret = await newPassword(name, { stdin: options.passwordStdin === true });
      const account = await changePassword(workspace, { name, password: secret, by: options.by });
      tell(options, account, `${account.name} has a new password, and is signed out everywhere.`);
    });
  });
}

function role(): Command {
  return signed(
    newCommand('user role', 'Make somebody a viewer or an editor, and sign them out everywhere.', () => [
      'user role "A. Officer" editor',
    ]).name('role'),
  )
    .argument('<name>', 'as it was added')
    .addArgument(newRole())
    .action(async (name: string, given: Role, options: UserOptions) => {
      await withWorkspace(options, (workspace) => {
        const account = changeRole(workspace, { name, role: given, by: options.by });
        tell(
          options,
          account,
          `${account.name} is ${article[account.role]} now, and is signed out everywhere.`,
        );
      });
    });
}

function remove(): Command {
  return signed(
    newCommand('user remove', 'Let somebody sign in no more. What they changed stays, with the name.', () => [
      'user remove "A. Officer"',
    ]).name('remove'),
  )
    .argument('<name>', 'as it was added')
    .action(async (name: string, options: UserOptions) => {
      await withWorkspace(options, (workspace) => {
        removeAccount(workspace, { name, by: options.by });
        if (options.json === true) return printJson({ schema: 1, removed: name });
        terminal.print(wrap(`${name} cannot sign in any more.`, terminal.width()).join('\n'));
      });
    });
}

function list(): Command {
  return newCommand('user list', 'Show who may sign in.', () => ['user list'])
    .name('list')
    .option('--json', 'answer with data for programs')
    .action(async (options: CommonOptions) => {
      await withWorkspace(options, (workspace) => {
        const accounts = listAccounts(workspace);
        if (options.json === true) return printJson({ schema: 1, accounts });
        if (accounts.length === 0)
          return terminal.print(
            wrap('Nobody yet. Add somebody with: headroom user add NAME', terminal.width()).join('\n'),
          );
        const columns = [
          { title: 'Name', flexible: true },
          { title: 'Role' },
          { title: 'Since' },
          { title: 'Added by', flexible: true },
        ];
        const rows = accounts.map(({ name, role: held, at, by }) => [name, held, at.slice(0, 10), by]);
        terminal.print(table(columns, rows, terminal.width()).join('\n'));
      });
    });
}

const roles: readonly Role[] = ['viewer', 'editor'];
const article: Readonly<Record<Role, string>> = { viewer: 'a viewer', editor: 'an editor' };

function newRole(): Argument {
  return new Argument('<role>', 'what the person may do').choices(roles);
}

function withPassword(command: Command): Command {
  return signed(command)
    .argument('<name>', 'the name to sign in with, which the journal keeps')
    .option('--password-stdin', 'take the password from the standard input');
}

function signed(command: Command): Command {
  return command
    .addOption(byOption('who the journal names'))
    .option('--json', 'answer with data for programs');
}

function tell(options: CommonOptions, account: ListedAccount, words: string): void {
  if (options.json === true) return printJson({ schema: 1, account });
  terminal.print(wrap(words, terminal.width()).join('\n'));
}
