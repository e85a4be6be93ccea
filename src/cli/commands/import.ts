import type { Command } from 'commander';
import { importDocument } from '../../app/import/import-document.ts';
import { type ImportedDocument, importDocuments } from '../../app/import/import-documents.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem, problemCatalogue } from '../../kernel/problem.ts';
import { describeImport } from '../describe/describe-import.ts';
import { describeAll, describeImported, describeRefused } from '../describe/describe-imports.ts';
import { byOption } from '../options/by-option.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
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

/** `import FILE...`: reads self-assessments into the workspace, each all or nothing. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Read a self-assessment into the workspace: a Word document (.docx), an Excel workbook (.xlsx), CSV, or text extracted from a document. All or nothing; of several files each for itself, with a line for each. Columns are found by their headings ("#", "Objective", "2023 Score", "2023 Comments and Action"), in any order and for the years that are there. Formulas, macros and links are never followed.',
    ({ organisation, document }) => [
      'import my-return.xlsx --organisation my-organisation --dry-run',
      'import my-return.docx --organisation my-organisation --name "My Organisation"',
      'import my-scores.csv --organisation my-organisation --period 2023',
      'import returns/*.xlsx --json',
      `import ${document} --organisation ${organisation} --json`,
    ],
  )
    .usage('[options] <files>')
    .argument('<files...>', 'the document, or several')
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
    .action(async (files: readonly string[], options: ImportOptions) => {
      const [file] = files;
      await withWorkspace(options, async (workspace) => {
        if (files.length > 1 || file === undefined) return importSeveral(workspace, files, options);
        const report = await importDocument(workspace, { file, ...options });
        if (options.json === true) printJson(report);
        else terminal.print(describeImport(report, terminal.width()).join('\n'));
      });
    });
}

const patience = 1000;

/** A line for each file as it is done; problems and progress are told on the standard error. The worst exit code counts. */
async function importSeveral(workspace: Workspace, files: readonly string[], options: ImportOptions) {
  refuseOfOne(files, options);
  const width = terminal.width();
  const done: ImportedDocument[] = [];
  let told = performance.now();
  const requests = files.map((file) => ({ ...options, file }));
  for await (const one of importDocuments(workspace, requests)) {
    done.push(one);
    if (options.json !== true) terminal.print(describeImported(one, width).join('\n'));
    if (one.problem !== null) terminal.tell(describeRefused(one.file, one.problem, terminal.errorWidth()));
    if (performance.now() - told > patience && done.length < files.length) {
      told = performance.now();
      terminal.tell(`headroom: ${done.length} of ${files.length} files …`);
    }
  }
  if (options.json === true) printJson(done.flatMap(({ report }) => report ?? []));
  else terminal.print(['', ...describeAll(done, options.dryRun === true, width)].join('\n'));
  process.exitCode = Math.max(
    ...done.map(({ problem }) => (problem === null ? 0 : problemCatalogue[problem.code].exitCode)),
  );
}

function refuseOfOne(files: readonly string[], { corrections, name, organisation }: ImportOptions): void {
  const wrong =
    corrections !== undefined
      ? '--corrections'
      : name !== undefined && organisation === undefined
        ? '--name without --organisation'
        : null;
  if (wrong === null) return;
  throw new Problem('USAGE', {
    seen: `${wrong}, for ${files.length} files`,
    allowed: 'with one file',
    repair: 'Import that file by itself.',
  });
}
