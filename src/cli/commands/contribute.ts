import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { type Contribution, contribution, contributionMark } from '../../app/contribute/contribution.ts';
import { Problem } from '../../kernel/problem.ts';
import { describeContribution } from '../describe/describe-contribution.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { refuseOthers, writeFile } from '../terminal/write-file.ts';
import { withWorkspace } from '../with-workspace.ts';

interface ContributeOptions extends CommonOptions {
  readonly period?: string;
  readonly to?: string;
  readonly names?: boolean;
  readonly yes?: boolean;
}

/** `contribute ORG`: the minimal rows for a panel, shown in full before they leave the house. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Write the rows that a panel of many organisations needs, and no word of a comment. What leaves the house is shown first: each column with its meaning, how many rows, and which reasons were only read from comments. A file is written with --to, after a yes at the terminal or with --yes.',
    ({ organisation }) => [
      `contribute ${organisation}`,
      `contribute ${organisation} --period 2023 --to contribution.csv`,
      `contribute ${organisation} --to contribution.csv --yes`,
      `contribute ${organisation} --json`,
    ],
  )
    .argument('<organisation>', 'its id')
    .option('--period <period>', 'the only period; every closed one unless said')
    .option('--to <file>', 'the CSV file that is written; nothing is written without it')
    .option('--names', 'with the name of the organisation beside its id')
    .option('--yes', 'write it without being asked')
    .option('--json', 'answer with data for programs; the file is in it as text')
    .action(async (organisation: string, options: ContributeOptions) => {
      const { period, to, names = false, yes = false } = options;
      if (yes && to === undefined)
        throw new Problem('USAGE', { seen: '--yes without --to', repair: 'Add --to FILE.' });
      if (to !== undefined) refuseOthers(to, contributionMark);
      await withWorkspace(options, async (workspace) => {
        const answer = await whileWorking('Reading the comments', () =>
          contribution(workspace, { organisation, period, names }),
        );
        if (options.json === true) printJson({ ...answer, file: yes ? to : null });
        else {
          const held = workspace.records.organisation(organisation);
          terminal.print(describeContribution(answer, held, terminal.width()).join('\n'));
        }
        await leave(answer, { to, yes });
      });
    });
}

async function leave(
  { content }: Contribution,
  { to, yes }: { readonly to: string | undefined; readonly yes: boolean },
): Promise<void> {
  if (to === undefined) return terminal.tell('headroom: nothing was written; --to FILE says where to.');
  if (!yes && !(await agreed(to)))
    return terminal.tell('headroom: nothing was written; --yes writes it without being asked.');
  writeFile({ file: to, content, mark: contributionMark });
  terminal.tell(`headroom: wrote ${to}`);
}

/** Asks the person at the terminal; nobody there is no. */
async function agreed(to: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(es)?\s*$/i.test(await asked.question(`Write this to ${to}? (yes or no) `));
  } finally {
    asked.close();
  }
}
