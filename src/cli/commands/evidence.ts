import type { Command } from 'commander';
import { criteriaReport } from '../../app/criteria/criteria-report.ts';
import { dropEvidence, keepEvidence } from '../../app/criteria/keep-evidence.ts';
import { Problem } from '../../kernel/problem.ts';
import { describeEvidence } from '../describe/describe-criteria.ts';
import { byOption } from '../options/by-option.ts';
import { newCommand } from '../options/new-command.ts';
import { type RowOptions, rowName, withRow } from '../options/row-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { printRow } from '../terminal/print-row.ts';
import { withWorkspace } from '../with-workspace.ts';

interface EvidenceOptions extends RowOptions {
  readonly add?: string;
  readonly link?: string;
  readonly document?: string;
  readonly owner?: string;
  readonly date?: string;
  readonly remove?: number;
}

/** `evidence ORG OBJECTIVE`: the evidence that is recorded for a row. */
export function command(name: string): Command {
  return withRow(
    newCommand(
      name,
      'Show the evidence that is recorded for an objective in a period, add a link or the name of a document, or take one away. It is for officers: no document for publication has it.',
      ({ organisation }) => [
        `evidence ${organisation} 4`,
        `evidence ${organisation} 4 --add "Board minutes" --document "Shared drive, minutes-may.docx" --owner "A. Officer" --date 2023-05-01`,
        `evidence ${organisation} 4 --add "Strategy" --link https://example.org/strategy --owner "A. Officer"`,
        `evidence ${organisation} 4 --remove 1`,
      ],
    ),
  )
    .option('--add <title>', 'add evidence: what it is')
    .option('--link <url>', 'its address, http or https')
    .option('--document <name>', 'its name, and where it is kept')
    .option('--owner <who>', 'who has it')
    .option('--date <day>', 'the day that it is of, such as 2023-05-01; today unless said')
    .option('--remove <number>', 'take away the evidence of this number', wholeNumber)
    .addOption(byOption('who records or removes it'))
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, objective: number, options: EvidenceOptions) => {
      const added = addedIn(options);
      await withWorkspace(options, (workspace) => {
        const row = rowName(organisation, objective, options);
        const { by, remove, date } = options;
        if (added !== null) keepEvidence(workspace, { ...row, ...added, date, by });
        if (remove !== undefined) dropEvidence(workspace, { ...row, id: remove, by });
        printRow(
          workspace,
          criteriaReport(workspace, row),
          { json: options.json, what: 'evidence' },
          describeEvidence,
        );
      });
    });
}

function addedIn({ add, link, document, owner, date, remove }: EvidenceOptions) {
  if (add === undefined) {
    const stray = link ?? document ?? owner ?? date;
    if (stray === undefined) return null;
    throw new Problem('USAGE', { seen: stray, repair: 'Say with --add TITLE what it is.' });
  }
  const target = link ?? document;
  if (target === undefined || (link !== undefined && document !== undefined) || remove !== undefined)
    throw new Problem('USAGE', {
      seen:
        remove !== undefined
          ? '--add with --remove'
          : target === undefined
            ? '--add alone'
            : '--link with --document',
      allowed: '--add TITLE with --link URL or with --document NAME',
      repair: 'Give one thing at a time.',
    });
  if (owner === undefined)
    throw new Problem('USAGE', { seen: 'no --owner', repair: 'Say with --owner who has it.' });
  return { title: add, kind: link === undefined ? ('document' as const) : ('link' as const), target, owner };
}
