import { benchmarkHeading } from '../../app/benchmark/benchmark-heading.ts';
import { shownCaps } from '../../app/benchmark/shown-caps.ts';
import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import type { ComparedObjective, ComparedPool } from '../../model/comparison.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Pack } from '../../pack/pack.ts';
import { terminal } from '../terminal/terminal.ts';
import { describeUptake } from './describe-uptake.ts';
import { underSections } from './sections.ts';
import { table } from './table.ts';
import { bulleted, wrap } from './wrap.ts';

/** An organisation beside others, as lines of a width. */
export function describeBenchmark(
  report: BenchmarkReport,
  organisation: Organisation,
  { framework }: Pack,
  width: number,
): readonly string[] {
  const { label, comparison, withheld, uptake, caps, published, left, groups, own } = report;
  const { whole, sections, objectives } = comparison;
  const capped = shownCaps(caps);
  const heading = benchmarkHeading(report, organisation);
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...wrap(title, width).map(terminal.heading), ...lines, ''];
  const list = (texts: readonly string[]) => texts.flatMap((text) => bulleted(text, width));
  const rows = objectives.map((one) => objectiveRow(one));
  const nameOf = new Map(objectives.map((one) => [one.objective, one.name]));
  return [
    ...wrap(heading.title, width).map(terminal.heading),
    ...(label === null ? [] : wrap(`${label}.`, width).map(terminal.heading)),
    ...heading.sentences.flatMap((sentence) => wrap(sentence, width)),
    '',
    ...part('The whole', wrap(whole.sentence, width)),
    ...part(
      'Sections',
      table(
        [
          { title: 'Section', flexible: true },
          { title: 'Pooled' },
          { title: `At ${framework.satisfactory}+`, numeric: true },
          { title: 'Here', numeric: true },
          { title: 'Position', flexible: true },
        ],
        sections.map((one) => poolRow(one)),
        width,
      ),
    ),
    ...underSections(framework.sections, objectives, width, (mine) =>
      table(
        [
          { title: '#', numeric: true },
          { title: 'Objective', flexible: true },
          { title: 'Here' },
          { title: 'n', numeric: true },
          { title: 'Median' },
          { title: `${framework.satisfactory}+`, numeric: true },
          { title: 'Position', flexible: true },
        ],
        mine.map((one) => objectiveRow(one)),
        width,
        rows,
      ),
    ),
    ...part(
      'Withheld',
      list(
        withheld.map(
          ({ sentence, objectives: found }) => `${sentence} ${found.map((each) => `#${each}`).join(', ')}`,
        ),
      ),
    ),
    ...part(
      'Where the panel and the records differ',
      list(
        own.differing.map(
          ({ objective, here, panel }) =>
            `#${objective} ${nameOf.get(objective) ?? ''}: ${here ?? 'not scored'} here, ${panel} in the panel.`,
        ),
      ),
    ),
    ...describeUptake(
      'How often peers went from the level here to the next within one period',
      (uptake?.objectives ?? []).map((one) => ({
        objective: one.objective,
        name: nameOf.get(one.objective) ?? '',
        uptake: one,
      })),
      width,
    ),
    ...part(
      `What caps organisations of the panel, ${caps.period}`,
      list([...capped.causes, ...(caps.note === null ? [] : [caps.note])]),
    ),
    ...part('What a circumstance would raise, if it were there for everybody', list(capped.lifts)),
    ...part('Published averages', list(published.map(({ sentence }) => sentence))),
    ...part('Who is in these figures', list(left)),
    ...wrap(
      `Other groups: ${groups
        .filter(({ kind }) => kind !== comparison.group.kind)
        .map(({ kind, name }) => `--group ${kind} (${name})`)
        .join(', ')}.`,
      width,
    ),
  ];
}

function poolRow({ name, pooled, objectives, others, own, standing }: ComparedPool): readonly string[] {
  return [
    name,
    `${pooled.length} of ${objectives}`,
    others === null ? '–' : percentOf(others.satisfactory.share),
    own === null ? '–' : percentOf(own.satisfactory / own.n),
    standing?.words ?? 'not given',
  ];
}

function objectiveRow({ objective, name, own, others, standing }: ComparedObjective): readonly string[] {
  const here = own.score?.label ?? (own.state === 'not-applicable' ? 'n/a' : '–');
  if (others.give === 'nothing') return [String(objective), name, here, '', '', '', 'withheld'];
  const n = String(others.n);
  if (others.give === 'nearly-all')
    return [String(objective), name, here, n, '', '', `nearly all others hold ${others.level}`];
  const { quartiles, satisfactory } = others;
  return [
    String(objective),
    name,
    here,
    n,
    quartiles.median.label,
    percentOf(satisfactory.share),
    standing?.words ?? '',
  ];
}

function percentOf(share: number): string {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return '<1%';
  return share < 1 && rounded === 100 ? '>99%' : `${rounded}%`;
}
