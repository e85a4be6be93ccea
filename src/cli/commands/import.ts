import type { Command } from 'commander';
import { importDocument } from '../../app/import-document.ts';
import { byOption } from '../by-option.ts';
import { describeImport } from '../describe-import.ts';
import { type CommonOptions, newCommand } from '../new-command.ts';
import { printJson } from '../print-json.ts';
import { terminal } from '../terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

interface ImportOptions extends CommonOptions {
  readonly organisation?: string;
  readonly period?: string;
  readonly name?: string;
  readonly framework?: string;
  readonly corrections?: string;
  readonly dryRun?: boolean;
  readonly by: string;
}

/** `import FILE`: reads a self-assessment into the workspace, all or nothing. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Read a self-assessment into the workspace: a Word document (.docx), an Excel workbook (.xlsx), CSV, or text extracted from a document. All or nothing. Columns are found by their headings ("#", "Objective", "2023 Score", "2023 Comments and Action"), in any order and for the years that are there. Formulas, macros and links are never followed.',
    ({ organisation, document }) => [
      'import my-return.xlsx --organisation my-organisation --dry-run',
      'import my-return.docx --organisation my-organisation --name "My Organisation"',
      'import my-scores.csv --organisation my-organisation --period 2023',
      `import ${document} --organisation ${organisation} --json`,
    ],
  )
    .argument('<file>', 'the document')
    .option(
      '--organisation <id>',
      'whose it is, unless the document says so; an organisation that is not there is added',
    )
    .option('--period <period>', 'that of score columns without a year; the only one that is taken')
    .option('--name <name>', 'the full name of an organisation that is added')
    .option('--framework <id>', 'the standard that it is in, where there are several')
    .option('--corrections <file>', 'corrections of damage; those of a known source need not be named')
    .option('--dry-run', 'only say what would change, objective by objective')
    .addOption(byOption('who the journal names'))
    .option('--json', 'answer with data for programs')
    .action(async (file: string, options: ImportOptions) => {
      await withWorkspace(options, async (workspace) => {
        const report = await importDocument(workspace, { file, ...options });
        if (options.json === true) printJson(report);
        else terminal.print(describeImport(report, terminal.width()).join('\n'));
      });
    });
}
