import type { Command } from 'commander';
import { addPublished } from '../../../app/published/add-published.ts';
import { countedNoun } from '../../../model/counted-noun.ts';
import { wrap } from '../../describe/wrap.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { withWorkspace } from '../../with-workspace.ts';

interface AddOptions extends CommonOptions {
  readonly framework?: string;
}

/** `published add FILE`: adds what a CSV file says. */
export function publishedAdd(): Command {
  return newCommand(
    'published add',
    'Add the averages of a CSV file, all or none. Its columns are about (whole, a section, or the number of an objective), figure, n (may be empty), period and source.',
    () => ['published add averages.csv'],
  )
    .name('add')
    .argument('<file>', 'a CSV file')
    .option('--framework <id>', 'whose averages they are; the only framework unless said')
    .option('--json', 'answer with data for programs')
    .action(async (file: string, options: AddOptions) => {
      await withWorkspace(options, (workspace) => {
        const answer = addPublished(workspace, { file, framework: options.framework });
        if (options.json === true) return printJson(answer);
        const there =
          answer.held === 0 ? '' : ` ${countedNoun(answer.held, 'average')} had been added before.`;
        const text = `Added ${countedNoun(answer.added, 'published average')} for ${answer.framework}.${there}`;
        terminal.print(wrap(text, terminal.width()).join('\n'));
      });
    });
}
