import { type Command, InvalidArgumentError } from 'commander';
import { answerStatements } from '../../app/criteria/answer-statements.ts';
import { criteriaReport } from '../../app/criteria/criteria-report.ts';
import { pasteWording } from '../../app/criteria/paste-wording.ts';
import { Problem } from '../../kernel/problem.ts';
import { readTextFile } from '../../kernel/text-file.ts';
import { describeCriteria } from '../describe/describe-criteria.ts';
import { byOption } from '../options/by-option.ts';
import { newCommand } from '../options/new-command.ts';
import { type RowOptions, rowName, withRow } from '../options/row-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { printRow } from '../terminal/print-row.ts';
import { withWorkspace } from '../with-workspace.ts';

interface CriteriaOptions extends RowOptions {
  readonly level?: number;
  readonly paste?: string;
  readonly unpaste?: boolean;
  readonly set?: Readonly<Record<string, string>>;
}

/** `criteria ORG OBJECTIVE`: what its levels ask for in statements, what is said of them, and the levels that follow. */
export function command(name: string): Command {
  return withRow(
    newCommand(
      name,
      'Show what the levels of an objective ask for in statements, which of them are met, and what follows: the levels that the answers leave open, and what stands between here and the next level. Bring in wording that is not held, and answer.',
      ({ organisation }) => [
        `criteria ${organisation} 57`,
        `criteria ${organisation} 57 --set 57-3-1=met --set 57-3-2=not-met --by "A. Officer"`,
        `criteria ${organisation} 4 --level 5 --paste level-5.txt`,
        `criteria ${organisation} 57 --json`,
      ],
    ),
  )
    .option('--level <number>', 'the level whose wording is pasted', wholeNumber)
    .option('--paste <file>', 'the wording of that level from a text file, one statement a line')
    .option('--unpaste', 'take away what was pasted for that level')
    .option(
      '--set <statement=answer>',
      'answer a statement by its id: met (or more than that), not-met or not-evidenced (can be repeated)',
      collectAnswer,
    )
    .addOption(byOption('who pastes and answers'))
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, objective: number, options: CriteriaOptions) => {
      const wording = pastedIn(options);
      await withWorkspace(options, (workspace) => {
        const row = rowName(organisation, objective, options);
        const { by, set } = options;
        workspace.records.writing(() => {
          if (wording !== null) pasteWording(workspace, { ...row, ...wording, by });
          if (set !== undefined) answerStatements(workspace, { ...row, answers: set, by });
        });
        printRow(
          workspace,
          criteriaReport(workspace, row),
          { json: options.json, what: 'criteria' },
          describeCriteria,
        );
      });
    });
}

function pastedIn({ level, paste, unpaste }: CriteriaOptions): { level: number; text: string } | null {
  if (paste === undefined && unpaste === undefined) {
    if (level === undefined) return null;
    throw new Problem('USAGE', { seen: '--level alone', repair: 'Add --paste FILE, or --unpaste.' });
  }
  if (level === undefined || (paste !== undefined && unpaste !== undefined))
    throw new Problem('USAGE', {
      seen: level === undefined ? 'no --level' : '--paste with --unpaste',
      allowed: '--level N with --paste FILE, or --level N with --unpaste',
      repair: 'Say which level it is for.',
    });
  return { level, text: paste === undefined ? '' : readTextFile(paste) };
}

function collectAnswer(
  written: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, id, answer] = /^([^=]+)=(.*)$/.exec(written) ?? [];
  if (id === undefined || answer === undefined)
    throw new InvalidArgumentError('Write it as STATEMENT=met, =not-met or =not-evidenced.');
  return { ...before, [id]: answer };
}
