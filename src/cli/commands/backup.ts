import type { Command } from 'commander';
import { backupWorkspace, restoreWorkspace } from '../../app/backup.ts';
import { realEffects } from '../../kernel/effects.ts';
import { byOption } from '../by-option.ts';
import { type CommonOptions, newCommand } from '../new-command.ts';
import { printJson } from '../print-json.ts';
import { terminal } from '../terminal.ts';
import { withWorkspace, workspaceFolder } from '../with-workspace.ts';
import { wrap } from '../wrap.ts';

interface BackupOptions extends CommonOptions {
  readonly restore?: boolean;
  readonly by: string;
}

/** `backup FILE`: the workspace as one file, and back. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Copy the workspace to one new file, also while it is in use; with --restore, put such a file in its place. What was there stays beside it.',
    () => ['backup headroom-2024.db', 'backup headroom-2024.db --restore'],
  )
    .argument('<file>', 'the backup')
    .option('--restore', 'put the backup in the place of the workspace')
    .addOption(byOption('who the journal names'))
    .option('--json', 'answer with data for programs')
    .action(async (file: string, options: BackupOptions) => {
      const folder = workspaceFolder(options);
      const say = (words: string, before: string | null) =>
        options.json === true
          ? printJson({ schema: 1, folder, file, restored: options.restore === true, before })
          : terminal.print(wrap(words, terminal.width()).join('\n'));
      if (options.restore === true) {
        const before = restoreWorkspace(folder, file, realEffects, options.by);
        const kept = before === null ? '' : ` What was there is in ${before}.`;
        return say(`The workspace ${folder} is as in ${file}.${kept}`, before);
      }
      await withWorkspace(options, (workspace) => backupWorkspace(workspace, file));
      say(`The workspace ${folder} is copied to ${file}.`, null);
    });
}
