import type { Command } from 'commander';
import { heldPublished } from '../../../app/published/held-published.ts';
import { aboutWord } from '../../../app/published/published-file.ts';
import { theOnlyFramework } from '../../../app/workspace/the-only-framework.ts';
import { table } from '../../describe/table.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { withWorkspace } from '../../with-workspace.ts';

interface ListOptions extends CommonOptions {
  readonly framework?: string;
}

/** `published list`: what was added. */
export function publishedList(): Command {
  return newCommand('published list', 'List the published averages with their sources.', () => [
    'published list',
    'published list --json',
  ])
    .name('list')
    .option('--framework <id>', 'whose averages; the only framework unless said')
    .option('--json', 'answer with data for programs')
    .action(async (options: ListOptions) => {
      await withWorkspace(options, (workspace) => {
        const framework = options.framework ?? theOnlyFramework(workspace.frameworks());
        const averages = heldPublished(workspace, framework);
        if (options.json === true) return printJson({ framework, averages });
        if (averages.length === 0) return terminal.print('No published averages were added.');
        const rows = averages.map((one) => [
          aboutWord(one),
          String(one.figure),
          one.n === null ? 'not said' : String(one.n),
          one.period,
          one.source,
        ]);
        const columns = [
          { title: 'About', flexible: true },
          { title: 'Average', numeric: true },
          { title: 'n', numeric: true },
          { title: 'Period' },
          { title: 'Source', flexible: true },
        ];
        terminal.print(table(columns, rows, terminal.width()).join('\n'));
      });
    });
}
