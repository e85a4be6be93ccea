import type { Command } from 'commander';
import { importDocument } from '../../app/import-document.ts';
import { byOption } from '../by-option.ts';
import { describeImport } from '../describe-import.ts';
import { type CommonOptions, newCommand } from '../new-command.ts';
import { printJson } from '../print-json.ts';
import { terminal } from '../terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

interface ImportOptions extends CommonOptions {
  readonly organisation: string;
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
    'Read a self-assessment, as text extracted from its document, into the workspace: all or nothing. It says what the document holds and what changed.',
    ({ organisation, document }) => [
      'import my-return.txt --organisation my-organisation --dry-run',
      'import my-return.txt --organisation my-organisation --name "My Organisation"',
      `import ${document} --organisation ${organisation} --json`,
    ],
  )
    .argument('<file>', 'the document')
    .requiredOption('--organisation <id>', 'whose it is; an organisation that is not there is added')
    .option('--name <name>', 'the full name of an organisation that is added')
    .option('--framework <id>', 'the standard that it is in, where there are several')
    .option('--corrections <file>', 'corrections of damage; those of a known source need not be named')
    .option('--dry-run', 'only say what would be done')
    .addOption(byOption('who the journal names'))
    .option('--json', 'answer with data for programs')
    .action(async (file: string, options: ImportOptions) => {
      await withWorkspace(options, (workspace) => {
        const report = importDocument(workspace, { file, ...options });
        if (options.json === true) printJson(report);
        else terminal.print(describeImport(report, terminal.width()).join('\n'));
      });
    });
}
