import type { Command } from 'commander';
import { backupWorkspace, leftOutOfBackup, restoreWorkspace } from '../../app/workspace/backup.ts';
import { realEffects } from '../../kernel/effects.ts';
import { wrap } from '../describe/wrap.ts';
import { byOption } from '../options/by-option.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace, workspaceFolder } from '../with-workspace.ts';

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
      const say = (words: string, before: string | null, leftOut: readonly string[] = []) =>
        options.json === true
          ? printJson({ schema: 1, folder, file, restored: options.restore === true, before, leftOut })
          : terminal.print(wrap(words, terminal.width()).join('\n'));
      if (options.restore === true) {
        const before = restoreWorkspace(folder, file, realEffects, options.by);
        const kept = before === null ? '' : ` What was there is in ${before}.`;
        return say(`The workspace ${folder} is as in ${file}.${kept}`, before);
      }
      const leftOut = await withWorkspace(options, (workspace) => {
        backupWorkspace(workspace, file);
        return leftOutOfBackup(workspace);
      });
      const beside =
        leftOut.length === 0
          ? ''
          : ` Not in it, as they came in as files of others: ${leftOut.join(', ')}. Copy these folders too, or keep the files.`;
      say(`The records of the workspace ${folder} are copied to ${file}.${beside}`, null, leftOut);
    });
}
