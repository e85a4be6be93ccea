import { type Command, Option } from 'commander';
import { type Exported, exportFile, exportFormats } from '../../app/export/export-file.ts';
import type { ExportFormat } from '../../app/export/media-types.ts';
import { planStamp } from '../../app/export/plan-file.ts';
import { adviceColumns } from '../../exchange/write/advice-table.ts';
import { scoreColumns } from '../../exchange/write/appendix-csv.ts';
import { wordMark } from '../../exchange/write/word-mark.ts';
import { Problem } from '../../kernel/problem.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { refuseOthers, writeFile } from '../terminal/write-file.ts';
import { withWorkspace } from '../with-workspace.ts';

interface ExportOptions extends CommonOptions {
  readonly what: Exported;
  readonly format?: ExportFormat;
  readonly period?: string;
  readonly targets?: boolean;
  readonly out?: string;
}

/** `export ORG`: the appendix for a committee, advice, or the plan, as a file. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Write the appendix of a return for publication: every objective with scores, comments and actions beside those of the return before, and targets for the period after. Reasons that were only read from comments, and not confirmed, are left out and counted. What is exported can be imported again and changes nothing. --what advice writes ceilings and targets as a table, --what plan the targets that were chosen. A file that is there is replaced only if it is one that this command made.',
    ({ organisation }) => [
      `export ${organisation} --format docx --out appendix.docx`,
      `export ${organisation} --period 2023 --no-targets --format xlsx --out appendix.xlsx`,
      `export ${organisation} --format csv`,
      `export ${organisation} --what advice --format csv --out advice.csv`,
      `export ${organisation} --what plan --format xlsx --out plan.xlsx`,
    ],
  )
    .argument('<organisation>', 'its id')
    .addOption(
      new Option('--what <what>', 'what is written').choices(Object.keys(exportFormats)).default('appendix'),
    )
    .addOption(
      new Option(
        '--format <format>',
        'the form: docx, xlsx or csv for an appendix; csv, json or xlsx for advice; xlsx or csv for a plan; the first of these unless said',
      ).choices(['docx', 'xlsx', 'csv', 'json']),
    )
    .option(
      '--period <period>',
      'of the appendix, that of its scores; of advice and of a plan, that of its targets; the latest unless said',
    )
    .option('--targets', 'with targets for the period after (unless said, where the return is closed)')
    .option('--no-targets', 'without them')
    .option('--out <file>', 'where it goes; the standard output unless said')
    .action(async (organisation: string, { what, period, targets, out, ...options }: ExportOptions) => {
      const format = options.format ?? exportFormats[what][0];
      const binary = format === 'docx' || format === 'xlsx';
      if (out === undefined && binary && process.stdout.isTTY)
        throw new Problem('USAGE', {
          seen: `a file of the form ${format} for a terminal`,
          repair: 'Give --out FILE, or a pipe.',
        });
      const mark = markOf(what, format);
      if (out !== undefined) refuseOthers(out, mark);
      const { content } = await withWorkspace(options, (workspace) =>
        whileWorking('Writing', () => exportFile(workspace, { what, format, organisation, period, targets })),
      );
      if (out === undefined) return terminal.put(content);
      writeFile({ file: out, content, mark });
      terminal.tell(`headroom: wrote ${out}`);
    });
}

/** What stands near the beginning of each kind of file. */
function markOf(what: Exported, format: ExportFormat): string {
  if (format === 'docx' || format === 'xlsx') return wordMark;
  if (format === 'json') return '"basedOn": ';
  return { appendix: scoreColumns, advice: adviceColumns, plan: planStamp }[what].join(',');
}
