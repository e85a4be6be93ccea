import type { Command } from 'commander';
import { initWorkspace } from '../../app/workspace/init-workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { table } from '../describe/table.ts';
import { wrap } from '../describe/wrap.ts';
import { byOption } from '../options/by-option.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace, workspaceFolder } from '../with-workspace.ts';

interface InitOptions extends CommonOptions {
  readonly empty?: boolean;
  readonly organisation?: string;
  readonly name?: string;
  readonly framework?: string;
  readonly by: string;
}

/** `init`: makes a workspace, with the example or for one's own organisation. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Make a workspace: with the example in it, or empty for an organisation of your own.',
    () => [
      'init',
      'init --empty --organisation my-organisation --name "My Organisation"',
      'init --workspace /path/to/folder',
    ],
  )
    .option('--empty', 'without the example; needs --organisation')
    .option('--organisation <id>', 'an organisation of your own: small letters, digits and hyphens')
    .option('--name <name>', 'its full name')
    .option('--framework <id>', 'the standard that it scores itself with, where there are several')
    .addOption(byOption('who the journal names'))
    .option('--json', 'answer with data for programs')
    .action(async (options: InitOptions) => {
      const { empty = false, organisation } = options;
      if (empty !== (organisation !== undefined))
        throw new Problem('USAGE', {
          seen: empty ? '--empty without --organisation' : '--organisation without --empty',
          repair: 'Give both for a workspace of your own, or neither for one with the example.',
        });
      await withWorkspace(
        options,
        (workspace) => {
          const organisations = initWorkspace(workspace, options);
          if (options.json === true)
            return printJson({ schema: 1, folder: workspaceFolder(options), organisations });
          terminal.print(
            [
              ...wrap(`The workspace ${workspaceFolder(options)} is ready.`, terminal.width()),
              ...table(
                [
                  { title: 'Organisation' },
                  { title: 'Name', flexible: true },
                  { title: 'Periods', flexible: true },
                ],
                organisations.map(({ id, name: title, periods }) => [
                  id,
                  title,
                  periods.join(', ') || 'none yet',
                ]),
                terminal.width(),
              ),
            ].join('\n'),
          );
        },
        empty ? { sources: null } : {},
      );
    });
}
