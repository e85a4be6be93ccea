import type { Command } from 'commander';
import { addPanelFiles } from '../../../app/panel/add-panel-files.ts';
import { describePanelReport } from '../../describe/describe-panel-report.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';
import { withWorkspace } from '../../with-workspace.ts';

interface AddOptions extends CommonOptions {
  readonly panel: string;
  readonly name?: string;
  readonly source?: string;
  readonly public?: boolean;
  readonly dryRun?: boolean;
}

/** `panel add FILE… --panel ID`: rows of files into a panel, all or none. */
export function panelAdd(): Command {
  return newCommand(
    'panel add',
    'Add rows from CSV or Parquet files to a panel, which is made where it is not there. All rows are checked first; if one is wrong, nothing is added. What the panel holds already is counted, and not added again. docs/panel.md describes the form.',
    () => [
      'panel add scores.csv --panel region-2024 --name "The region"',
      'panel add 2023.csv 2024.parquet --panel region-2024',
      'panel add scores.csv --panel region-2024 --dry-run --json',
    ],
  )
    .name('add')
    .argument('<files...>', 'CSV (comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252) or Parquet')
    .requiredOption('--panel <id>', 'the panel: small letters, digits and hyphens')
    .option('--name <name>', 'what pages call it; its id unless said')
    .option('--source <words>', 'who gave the rows, or where they were published')
    .option('--public', 'of a new panel: the rows are published, and nothing of them is withheld')
    .option('--dry-run', 'check everything, and keep nothing')
    .option('--json', 'answer with data for programs')
    .action(async (files: readonly string[], options: AddOptions) => {
      const { panel: id, name, source, dryRun } = options;
      const report = await withWorkspace(options, (workspace) =>
        whileWorking('Reading rows', () =>
          addPanelFiles(workspace, {
            id,
            files,
            name,
            source,
            access: options.public === true ? 'public' : undefined,
            dryRun,
          }),
        ),
      );
      if (options.json === true) printJson(report);
      else terminal.print(describePanelReport(report, id, terminal.width()).join('\n'));
      if (report.state === 'refused') process.exitCode = 3;
    });
}
