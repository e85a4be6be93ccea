import type { Command } from 'commander';
import { heldPanels } from '../../../app/panel/held-panels.ts';
import { describePanels } from '../../describe/describe-panels.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { withWorkspace } from '../../with-workspace.ts';

/** `panel list`: which panels there are. */
export function panelList(): Command {
  return newCommand('panel list', 'List the panels of the workspace.', () => [
    'panel list',
    'panel list --json',
  ])
    .name('list')
    .option('--json', 'answer with data for programs')
    .action(async (options: CommonOptions) => {
      const held = await withWorkspace(options, heldPanels);
      if (options.json === true) printJson(held);
      else terminal.print(describePanels(held, terminal.width()).join('\n'));
      if (held.broken.length > 0) process.exitCode = 1;
    });
}
