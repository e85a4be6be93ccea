import { type Command, Option } from 'commander';
import { writePanel } from '../../../app/panel/write-panel.ts';
import { countedNoun } from '../../../model/counted-noun.ts';
import { wrap } from '../../describe/wrap.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';
import { withWorkspace } from '../../with-workspace.ts';

interface ExportOptions extends CommonOptions {
  readonly format: 'csv' | 'parquet';
  readonly out: string;
}

/** `panel export ID --format csv --out FILE`: every row, for the holder. */
export function panelExport(): Command {
  return newCommand(
    'panel export',
    'Write every row of a panel to a new file, in the form in which one is added. Nothing is withheld: it is for the holder of the panel.',
    () => [
      'panel export region-2024 --format csv --out region.csv',
      'panel export region-2024 --format parquet --out region.parquet',
    ],
  )
    .name('export')
    .argument('<id>', 'the panel')
    .addOption(
      new Option('--format <format>', 'the form of the file')
        .choices(['csv', 'parquet'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'the file, which is not there yet')
    .option('--json', 'answer with data for programs')
    .action(async (id: string, options: ExportOptions) => {
      const { format, out } = options;
      const panel = await withWorkspace(options, (workspace) =>
        whileWorking('Writing rows', () => writePanel(workspace, { id, format, out })),
      );
      const invented = panel.invented ? ' They are invented, and say so.' : '';
      const warning =
        panel.access === 'confidential'
          ? ' The panel is confidential: keep the file as those who gave the rows were promised.'
          : '';
      if (options.json === true)
        printJson({ schema: 1, file: out, format, panel: id, version: panel.version, rows: panel.rows });
      else
        terminal.print(
          wrap(
            `${countedNoun(panel.rows, 'row')} of ${id} ${panel.rows === 1 ? 'is' : 'are'} in ${out}.${invented}${warning}`,
            terminal.width(),
          ).join('\n'),
        );
    });
}
