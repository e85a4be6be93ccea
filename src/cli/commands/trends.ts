import { type Command, Option } from 'commander';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { withWorkspace } from '../with-workspace.ts';

interface TrendsOptions extends CommonOptions {
  readonly actions?: boolean;
  readonly challenges?: boolean;
  readonly backtest?: boolean;
}

/** An answer as data, and as lines of a width. */
interface Answer {
  readonly data: unknown;
  readonly lines: (width: number) => readonly string[];
}

/** `trends ORG`: how the scores moved, and what became of what was planned. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Show how the scores stand and moved: level shares, counts, changes. One of the options shows instead what became of actions, what a member could ask, or advice beside what was reached.',
    ({ organisation }) => [
      `trends ${organisation}`,
      `trends ${organisation} --actions`,
      `trends ${organisation} --challenges`,
      `trends ${organisation} --backtest --json`,
    ],
  )
    .argument('<organisation>', 'its id')
    .addOption(
      new Option('--actions', 'what became of the actions of the period before').conflicts([
        'challenges',
        'backtest',
      ]),
    )
    .addOption(
      new Option('--challenges', 'what does not sit together, as questions').conflicts([
        'actions',
        'backtest',
      ]),
    )
    .addOption(
      new Option('--backtest', 'advice for the latest period beside what it reached').conflicts([
        'actions',
        'challenges',
      ]),
    )
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: TrendsOptions) => {
      await withWorkspace(options, async (workspace) => {
        const { data, lines } = await whileWorking('Comparing the periods', () =>
          answer(workspace, organisation, options),
        );
        if (options.json === true) printJson(data);
        else terminal.print(lines(terminal.width()).join('\n'));
      });
    });
}

async function answer(workspace: Workspace, organisation: string, options: TrendsOptions): Promise<Answer> {
  const held = workspace.records.organisation(organisation);
  if (options.actions === true) {
    const { followUpReport } = await import('../../app/trends/actions.ts');
    const { describeActions } = await import('../describe/describe-actions.ts');
    const data = await followUpReport(workspace, organisation);
    return { data, lines: (width) => describeActions(data, held, workspace.pack(data.framework), width) };
  }
  if (options.challenges === true) {
    const { challengeReport } = await import('../../app/trends/challenges.ts');
    const { describeChallenges } = await import('../describe/describe-challenges.ts');
    const data = await challengeReport(workspace, organisation);
    return { data, lines: (width) => describeChallenges(data, held, workspace.pack(data.framework), width) };
  }
  if (options.backtest === true) {
    const { backtestOf } = await import('../../app/trends/backtest.ts');
    const { describeBacktest } = await import('../describe/describe-backtest.ts');
    const data = await backtestOf(workspace, organisation);
    return { data, lines: (width) => describeBacktest(data, held, width) };
  }
  const { trendsOf } = await import('../../app/trends/trends.ts');
  const { describeTrends } = await import('../describe/describe-trends.ts');
  const data = await trendsOf(workspace, organisation);
  return { data, lines: (width) => describeTrends(data, held, width) };
}
