import type { Organisation } from '../../model/organisation.ts';
import type { LevelSummary, ScoreChange, Transition, Trends } from '../../model/trends.ts';
import { terminal } from '../terminal/terminal.ts';
import { organisationHeading } from './organisation-heading.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** How the scores stand and moved, as lines of a width. */
export function describeTrends(trends: Trends, organisation: Organisation, width: number): readonly string[] {
  const { periods, transitions, conventions, satisfactory, noTransitions } = trends;
  const heading = (text: string) => wrap(text, width).map(terminal.heading);
  return [
    ...organisationHeading(
      organisation,
      `scores, ${periods.map(({ period }) => period).join(' to ')}`,
      width,
    ),
    ...heading('Objectives at each score'),
    ...table(
      [
        { title: 'Period' },
        { title: 'Scored', numeric: true },
        { title: 'Scores', flexible: true },
        { title: `At ${satisfactory} or above`, numeric: true },
        { title: 'Mean', numeric: true },
      ],
      periods.map(({ period, whole }) => [
        period,
        String(whole.n),
        levelsOf(whole),
        ofN(whole),
        meanOf(whole),
      ]),
      width,
    ),
    ...wrap(`${conventions.n} ${conventions.satisfactory} ${conventions.mean}`, width),
    ...(trends.earlierFrameworks ?? []).flatMap(({ sentence }) => ['', ...wrap(sentence, width)]),
    '',
    ...heading(`Sections: objectives at ${satisfactory} or above`),
    ...table(
      [
        { title: 'Section', flexible: true },
        ...periods.map(({ period }) => ({ title: period, numeric: true })),
      ],
      (periods[0]?.sections ?? []).map(({ name }, at) => [
        name,
        ...periods.map(({ sections }) => ofN(sections[at])),
      ]),
      width,
    ),
    ...(noTransitions === null ? [] : ['', ...wrap(noTransitions, width)]),
    ...transitions.flatMap((transition) => ['', ...describeTransition(transition, width)]),
  ];
}

function describeTransition({ from, to, whole, changes }: Transition, width: number): readonly string[] {
  const moved = changes.flatMap((change) =>
    change.kind === 'higher' || change.kind === 'lower' ? [change] : [],
  );
  const apart = changes.flatMap((change) => (change.kind === 'not-comparable' ? [change] : []));
  return [
    ...wrap(`${from} to ${to}`, width).map(terminal.heading),
    ...wrap(`${whole.higher.sentence} ${whole.lower.sentence}`, width),
    ...(moved.length === 0
      ? []
      : [
          '',
          ...table(
            [
              { title: '#', numeric: true },
              { title: 'Objective', flexible: true },
              { title: from },
              { title: to },
              { title: 'Note', flexible: true },
            ],
            moved.map((change) => [
              String(change.objective),
              change.name,
              change.from,
              change.to,
              noteOn(change, from),
            ]),
            width,
          ),
        ]),
    ...apart.flatMap(({ objective, name, reason }) => wrap(`${objective} ${name}: ${reason}.`, width)),
  ];
}

function noteOn(change: Exclude<ScoreChange, { readonly kind: 'not-comparable' }>, from: string): string {
  return [
    change.fromAgreedStandard ? `no comment in ${from} to compare with` : '',
    change.halfStep ? 'half-step' : '',
    change.kind === 'lower' ? 'lower' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function levelsOf({ levels }: LevelSummary): string {
  return levels
    .filter(({ count }) => count > 0)
    .map(({ label, count, share }) => `${count} at ${label} (${Math.round((share ?? 0) * 100)}%)`)
    .join(', ');
}

function ofN(summary: LevelSummary | undefined): string {
  return summary === undefined || summary.n === 0 ? '–' : `${summary.satisfactory.count} of ${summary.n}`;
}

function meanOf({ mean }: LevelSummary): string {
  return mean === null ? '–' : mean.toFixed(2);
}
