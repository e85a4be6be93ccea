import type { Command } from 'commander';
import { capped } from '../../app/advice/capped.ts';
import type { CappedGroup, CappedReport } from '../../app/advice/capped-report.ts';
import { readingCountsSentence } from '../../app/advice/reading-counts-sentence.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { ScoredAdvice } from '../../model/advice.ts';
import { controlWord } from '../../model/control-word.ts';
import { adviceHeading } from '../describe/advice-heading.ts';
import { standingOf } from '../describe/standing-of.ts';
import { table } from '../describe/table.ts';
import { wrap } from '../describe/wrap.ts';
import { newCommand } from '../options/new-command.ts';
import { type ViewOptions, viewOf, withViewOptions } from '../options/view-options.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `capped ORG`: what cannot rise as things stand, by reason and by who could change it. */
export function command(name: string): Command {
  return withViewOptions(
    newCommand(
      name,
      'Show which objectives are capped, by what, and who could lift it.',
      ({ organisation, factor }) => [
        `capped ${organisation}`,
        `capped ${organisation} --factor ${factor}=yes`,
        `capped ${organisation} --json`,
      ],
    ),
  )
    .argument('<organisation>', 'its id')
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: ViewOptions) => {
      await withWorkspace(options, async (workspace) => {
        const report = await capped(workspace, viewOf(organisation, options));
        if (options.json === true) printJson(report);
        else terminal.print(describeCapped(workspace, report, terminal.width()).join('\n'));
      });
    });
}

function describeCapped(workspace: Workspace, report: CappedReport, width: number): readonly string[] {
  const { n, now, later, uncapped, groups, possible } = report;
  return [
    ...adviceHeading(workspace, 'what is capped', report, width),
    ...wrap(
      `Of ${n} scored: ${now} at a ceiling now, ${later} below a ceiling that is not the top, ${uncapped} with no limit stated. An objective with several reasons stands under each.`,
      width,
    ),
    ...wrap(readingCountsSentence(report.readings), width),
    '',
    ...groups.flatMap((group) => describeGroup(group, width)),
    ...(possible.length === 0
      ? []
      : [
          ...wrap('Possible limits: they lower nothing until they are confirmed', width).map(
            terminal.heading,
          ),
          ...table(
            [{ title: '#', numeric: true }, { title: 'Reason' }, { title: 'Words', flexible: true }],
            possible.map(({ objective, causeName, standing, evidence }) => [
              String(objective),
              causeName,
              `${evidence.map(({ quote }) => `“${quote}”`).join(' ')} [${standing}]`,
            ]),
            width,
          ),
          '',
        ]),
  ].slice(0, -1);
}

function describeGroup(group: CappedGroup, width: number): readonly string[] {
  const { causeName, control, cause, now, later } = group;
  const rows = [...now, ...later].map((objective) => [
    String(objective.objective),
    objective.name,
    objective.score.label,
    `${objective.ceiling.level}${objective.ceiling.capped === 'now' ? '' : ' later'}`,
    wordsOf(objective, cause),
  ]);
  return [
    ...wrap(`${causeName} (${controlWord[control]}): ${now.length} now, ${later.length} later`, width).map(
      terminal.heading,
    ),
    ...table(
      [
        { title: '#', numeric: true },
        { title: 'Objective', flexible: true },
        { title: 'Score' },
        { title: 'Ceiling' },
        { title: 'Words', flexible: true },
      ],
      rows,
      width,
    ),
    '',
  ];
}

function wordsOf({ ceiling }: ScoredAdvice, cause: string): string {
  const evidence = ceiling.causes
    .filter((each) => each.binding && each.cause === cause)
    .flatMap((each) => each.evidence.map(({ quote }) => `“${quote}” [${standingOf(each)}]`));
  return [...new Set(evidence)].join(' ');
}
