import type { Command } from 'commander';
import { dropPanel } from '../../../app/panel/drop-panel.ts';
import { wrap } from '../../describe/wrap.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { withWorkspace } from '../../with-workspace.ts';

/** `panel remove ID`: a panel and all its rows, away. */
export function panelRemove(): Command {
  return newCommand(
    'panel remove',
    'Take a panel away with all its rows, also one that is damaged. They are gone: `panel export` writes them out before.',
    () => ['panel remove region-2024'],
  )
    .name('remove')
    .argument('<id>', 'the panel')
    .option('--json', 'answer with data for programs')
    .action(async (id: string, options: CommonOptions) => {
      await withWorkspace(options, (workspace) => dropPanel(workspace, id));
      if (options.json === true) printJson({ schema: 1, removed: id });
      else terminal.print(wrap(`The panel ${id} is gone, with all its rows.`, terminal.width()).join('\n'));
    });
}
