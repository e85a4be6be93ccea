import type { Command } from 'commander';
import { usePanel } from '../../../app/panel/use-panel.ts';
import { wrap } from '../../describe/wrap.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { withWorkspace } from '../../with-workspace.ts';

/** `panel use ID`: which panel is taken where several fit. */
export function panelUse(): Command {
  return newCommand(
    'panel use',
    'Say which panel is taken where several of one standard fit and none is named: by benchmark, advice, plan, pages and reports. A panel that stands alone needs no such word.',
    () => ['panel use region-2024'],
  )
    .name('use')
    .argument('<id>', 'the panel')
    .option('--json', 'answer with data for programs')
    .action(async (id: string, options: CommonOptions) => {
      const { framework } = await withWorkspace(options, (workspace) => usePanel(workspace, id));
      if (options.json === true) printJson({ schema: 1, used: id, framework });
      else
        terminal.print(
          wrap(
            `${id} is taken where several panels of ${framework} fit and none is named.`,
            terminal.width(),
          ).join('\n'),
        );
    });
}
