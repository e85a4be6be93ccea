import type { Command } from 'commander';
import { advise } from '../../app/advice/advise.ts';
import { readingCountsSentence } from '../../app/advice/reading-counts-sentence.ts';
import { adviceWithUptake } from '../../app/benchmark/advice-uptake.ts';
import { severalPanelsSentence } from '../../app/benchmark/several-panels-sentence.ts';
import { lapseSentence } from '../../app/review/lapse-sentence.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { type Advice, type ObjectiveAdvice, type ScoredAdvice, scoredAdvice } from '../../model/advice.ts';
import { controlWord } from '../../model/control-word.ts';
import { stanceWords } from '../../pages/parts/words.ts';
import { adviceHeading } from '../describe/advice-heading.ts';
import { describeUptake } from '../describe/describe-uptake.ts';
import { underSections } from '../describe/sections.ts';
import { standingOf } from '../describe/standing-of.ts';
import { table } from '../describe/table.ts';
import { wrap } from '../describe/wrap.ts';
import { newCommand } from '../options/new-command.ts';
import { type ViewOptions, viewOf, withViewOptions } from '../options/view-options.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `advise ORG`: a target and a ceiling for every objective. */
export function command(name: string): Command {
  return withViewOptions(
    newCommand(
      name,
      'Suggest a target for every objective, with its ceiling and the reason for it.',
      ({ organisation, period, factor }) => [
        `advise ${organisation}`,
        `advise ${organisation} --period ${period} --json`,
        `advise ${organisation} --factor ${factor}=yes`,
      ],
    ),
  )
    .argument('<organisation>', 'its id')
    .option('--panel <id>', 'whose peers are asked how often they made a step; the one that fits unless said')
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: ViewOptions & { readonly panel?: string }) => {
      await withWorkspace(options, async (workspace) => {
        const { advice: plain, lapsed } = await advise(workspace, viewOf(organisation, options));
        const advice = await whileWorking('Asking the panel', () =>
          adviceWithUptake(workspace, plain, options.panel ?? null),
        );
        const several = options.panel === undefined ? severalPanelsSentence(workspace, organisation) : null;
        if (several !== null) terminal.tell(`headroom: ${several}`);
        for (const { correction, because } of lapsed)
          terminal.tell(
            `headroom: a decision on objective ${correction.objective} has lapsed. ${lapseSentence(correction, because)}`,
          );
        if (options.json === true) printJson(advice);
        else terminal.print(describeAdvice(workspace, advice, terminal.width()).join('\n'));
      });
    });
}

function describeAdvice(workspace: Workspace, advice: Advice, width: number): readonly string[] {
  const { framework, causes } = workspace.pack(advice.framework);
  const scored = scoredAdvice(advice);
  const nameOf = (id: string) => causes.find((cause) => cause.id === id)?.name ?? id;
  const columns = [
    { title: '#', numeric: true },
    { title: 'Objective', flexible: true },
    { title: 'Score' },
    { title: 'Target' },
    { title: 'Ceiling' },
    { title: 'Reason for the ceiling', flexible: true },
  ];
  const all = advice.objectives.map((objective) => rowOf(objective, nameOf));
  return [
    ...adviceHeading(workspace, 'targets', advice, width),
    ...underSections(framework.sections, advice.objectives, width, (objectives) =>
      table(
        columns,
        objectives.map((objective) => rowOf(objective, nameOf)),
        width,
        all,
      ),
    ),
    ...describeUptake(
      'How often peers made these steps within one period',
      scored.flatMap(({ objective, name, target: { uptake } }) =>
        uptake === undefined ? [] : [{ objective, name, uptake }],
      ),
      width,
    ),
    ...wrap(totals(scored), width),
    ...wrap(readingCountsSentence(advice.readings), width),
    '',
    ...wrap(
      `headroom explain ${advice.organisation} NUMBER shows one objective with every word that its advice rests on.`,
      width,
    ),
  ];
}

function rowOf(objective: ObjectiveAdvice, nameOf: (cause: string) => string): readonly string[] {
  const { objective: number, name } = objective;
  if (objective.state !== 'scored') return [String(number), name, '', '', '', objective.reason];
  const { score, target, ceiling } = objective;
  return [
    String(number),
    name,
    score.label,
    `${target.level} ${target.stance}`,
    String(ceiling.level),
    reasonOf(ceiling, nameOf),
  ];
}

function reasonOf({ causes, control }: ScoredAdvice['ceiling'], nameOf: (cause: string) => string): string {
  const binding = causes.filter(({ binding: binds }) => binds);
  if (binding.length === 0) return 'no limit stated';
  const reasons = binding.map((cause) => `${nameOf(cause.cause)}, ${standingOf(cause)}`);
  const where = control === null ? '' : ` (${controlWord[control]})`;
  return `${[...new Set(reasons)].join('; ')}${where}`;
}

function totals(scored: readonly ScoredAdvice[]): string {
  const count = (stance: string) => scored.filter(({ target }) => target.stance === stance).length;
  const means = Object.values(stanceWords).flatMap(({ name, means: words }) =>
    count(name.toLowerCase()) === 0 ? [] : [`${name}: ${words}.`],
  );
  return [
    `Of ${scored.length} scored: finish ${count('finish')}, advance ${count('advance')}, hold ${count('hold')}, open ${count('open')}.`,
    ...means,
  ].join(' ');
}
