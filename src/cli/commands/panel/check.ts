import type { Command } from 'commander';
import { checkPanels } from '../../../app/panel/check-panels.ts';
import { wrap } from '../../describe/wrap.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';
import { withWorkspace } from '../../with-workspace.ts';

/** `panel check [ID]`: whether panels are as they were written. */
export function panelCheck(): Command {
  return newCommand(
    'panel check',
    'Read every row of a panel again, or of all panels, and say what is damaged or no longer fits the rules.',
    () => ['panel check', 'panel check region-2024 --json'],
  )
    .name('check')
    .argument('[id]', 'the panel; all of them unless said')
    .option('--json', 'answer with data for programs')
    .action(async (id: string | undefined, options: CommonOptions) => {
      const check = await withWorkspace(options, (workspace) =>
        whileWorking('Reading rows', () => checkPanels(workspace, id ?? null)),
      );
      const width = terminal.width();
      if (options.json === true) printJson(check);
      else if (check.panels.length === 0) terminal.print(wrap('There is no panel yet.', width).join('\n'));
      else
        terminal.print(
          check.panels
            .flatMap(({ id: each, damage }) =>
              damage.length === 0
                ? wrap(`${each}: all rows are as they were added.`, width)
                : [
                    ...wrap(`${each} is damaged.`, width),
                    ...damage.flatMap(({ file, seen, expected }) =>
                      wrap(`  ${file}. Seen: ${seen}. Expected: ${expected}.`, width),
                    ),
                    ...wrap(`  Take it away with \`panel remove ${each}\`, and add its files again.`, width),
                  ],
            )
            .join('\n'),
        );
      if (check.panels.some(({ state }) => state === 'damaged')) process.exitCode = 1;
    });
}
