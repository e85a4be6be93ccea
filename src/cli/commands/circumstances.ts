import type { Command } from 'commander';
import { circumstances } from '../../app/circumstances/circumstances.ts';
import { recordCircumstance } from '../../app/circumstances/record-circumstance.ts';
import { Problem } from '../../kernel/problem.ts';
import { describeCircumstances } from '../describe/describe-circumstances.ts';
import { organisationHeading } from '../describe/organisation-heading.ts';
import { byOption } from '../options/by-option.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { collectFactor } from '../options/view-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

interface CircumstancesOptions extends CommonOptions {
  readonly period?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly reason?: string;
  readonly version?: number;
  readonly by: string;
}

/** `circumstances ORG`: what is recorded of each circumstance, and recording it for good. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Show what is recorded of each circumstance, since when and from whom, and record what holds: advice, what is capped and targets follow. To try something without recording it, use --factor with advise, capped or unlock.',
    ({ organisation, factor }) => [
      `circumstances ${organisation}`,
      `circumstances ${organisation} --set ${factor}=yes --reason "Cabinet minute 12" --by "A. Officer"`,
      `circumstances ${organisation} --set ${factor}=no --from 2023 --reason "It left the board"`,
      `circumstances ${organisation} --json`,
    ],
  )
    .argument('<organisation>', 'its id')
    .option('--period <period>', 'the period that targets are for; the one after the latest unless said')
    .option('--set <id=state>', 'record a circumstance: yes, no or unknown (can be repeated)', collectFactor)
    .option('--from <period>', 'the first period for which it holds; that of the next targets unless said')
    .option('--reason <text>', 'what it rests on, such as a minute or a letter')
    .option(
      '--version <number>',
      'how often it was set until now, to be sure that nobody did meanwhile',
      wholeNumber,
    )
    .addOption(byOption('who records it'))
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: CircumstancesOptions) => {
      const { set, from, reason, version, by, period } = options;
      checkStray(options);
      await withWorkspace(options, async (workspace) => {
        if (set !== undefined)
          workspace.records.writing(() => {
            for (const [factor, state] of Object.entries(set))
              recordCircumstance(workspace, {
                ...{ organisation, factor, state, from, version, by },
                reason: reason ?? '',
              });
          });
        const report = await circumstances(workspace, {
          organisation,
          ...(period === undefined ? {} : { period }),
        });
        if (options.json === true) return printJson(report);
        const width = terminal.width();
        const held = workspace.records.organisation(organisation);
        terminal.print(
          [
            ...organisationHeading(held, `circumstances for ${report.period}`, width),
            ...describeCircumstances(report, width),
          ].join('\n'),
        );
      });
    });
}

function checkStray({ set, from, reason, version }: CircumstancesOptions): void {
  if (set !== undefined) return;
  const stray = [
    ...(from === undefined ? [] : ['--from']),
    ...(reason === undefined ? [] : ['--reason']),
    ...(version === undefined ? [] : ['--version']),
  ];
  if (stray.length === 0) return;
  throw new Problem('USAGE', {
    seen: `${stray.join(', ')} without --set`,
    repair: 'Say with --set ID=yes what holds.',
  });
}
