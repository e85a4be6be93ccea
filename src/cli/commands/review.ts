import type { Command } from 'commander';
import { decide } from '../../app/review/decide.ts';
import { review } from '../../app/review/review.ts';
import type { ReviewReport } from '../../app/review/review-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { adviceHeading } from '../describe/advice-heading.ts';
import { describeReview } from '../describe/describe-review.ts';
import { type DecisionOptions, decisionOf, withDecisionOptions } from '../options/decision-options.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

interface ReviewOptions extends CommonOptions, DecisionOptions {
  readonly period?: string;
  readonly unconfirmed?: boolean;
}

/** `review ORG`: what was read from the comments, and what an officer decides of it. */
export function command(name: string): Command {
  const made = newCommand(
    name,
    'Show what was read from each comment, with its words, and keep what you decide of it: confirm, correct, dismiss, add, withdraw. Decisions are journaled, outlast the next import, and lapse when their words change.',
    ({ organisation }) => [
      `review ${organisation} --unconfirmed`,
      `review ${organisation} --objective 4`,
      `review ${organisation} --objective 4 --confirm RULE`,
      `review ${organisation} --objective 4 --correct RULE --level 3 --reason "…"`,
      `review ${organisation} --objective 4 --dismiss RULE --reason "…"`,
      `review ${organisation} --objective 4 --add CAUSE --quote "…" --level 3 --reason "…"`,
      `review ${organisation} --objective 4 --withdraw RULE`,
      `review ${organisation} --json`,
    ],
  )
    .argument('<organisation>', 'its id')
    .option('--period <period>', 'the period that targets are for; the one after the latest unless said')
    .option('--objective <number>', 'only this objective, with its comment', wholeNumber)
    .option('--unconfirmed', 'only what nobody has confirmed');
  return withDecisionOptions(made)
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: ReviewOptions) => {
      const decision = decisionOf(options);
      const { period, objective, unconfirmed } = options;
      const view = { organisation, ...(period === undefined ? {} : { period }) };
      await withWorkspace(options, async (workspace) => {
        const report =
          decision === null
            ? await review(workspace, view, { objective, unconfirmed })
            : await decide(workspace, view, decision);
        if (options.json === true) printJson(report);
        else terminal.print(described(workspace, report, objective !== undefined).join('\n'));
      });
    });
}

function described(workspace: Workspace, report: ReviewReport, texts: boolean): readonly string[] {
  const width = terminal.width();
  return [
    ...adviceHeading(workspace, 'what was read from the comments', report, width),
    ...describeReview(report, width, { texts }),
  ];
}
