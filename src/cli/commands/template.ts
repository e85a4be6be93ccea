import type { Command } from 'commander';
import { formFile } from '../options/form-file.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { withWorkspace } from '../with-workspace.ts';

interface TemplateOptions extends CommonOptions {
  readonly framework?: string;
  readonly organisation?: string;
  readonly period?: string;
  readonly out: string;
}

/** `template`: a form to fill in. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Write a form in which a return is entered: an Excel workbook with lists of levels to choose from and notes that explain them, or a Word document. With an organisation, the scores and comments of its last return stand beside. `import` reads it again. A file that is there is replaced only if this command made it and nobody has saved it since.',
    ({ organisation, period }) => [
      `template --organisation ${organisation} --out scores-${period}.xlsx`,
      `template --organisation ${organisation} --period ${period} --out scores-${period}.docx`,
      'template --out scores.xlsx',
    ],
  )
    .option('--organisation <id>', 'whose last return stands beside')
    .option('--framework <id>', 'the standard; that of the organisation, or the only one, unless said')
    .option('--period <period>', 'the period to be scored; the one after the latest unless said')
    .requiredOption('--out <file>', 'where it goes: a name that ends in .xlsx or .docx')
    .action(async ({ out, framework, organisation, period, ...options }: TemplateOptions) => {
      const file = formFile(out, '--out');
      await withWorkspace(options, (workspace) => file.write(workspace, { framework, organisation, period }));
    });
}
