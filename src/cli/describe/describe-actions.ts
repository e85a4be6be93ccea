import type { FollowUpReport } from '../../app/trends/follow-up-report.ts';
import type { FollowedAction, Outcome } from '../../model/follow-up.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Pack } from '../../pack/pack.ts';
import { terminal } from '../terminal/terminal.ts';
import { organisationHeading } from './organisation-heading.ts';
import { indented, wrap } from './wrap.ts';

const outcomes: readonly (readonly [Outcome, string])[] = [
  ['done', 'Done'],
  ['carried-on', 'Carried on'],
  ['changed', 'Changed'],
  ['not-stated', 'Not stated'],
];

/** What became of actions, as lines of a width. */
export function describeActions(
  { from, to, actions }: FollowUpReport,
  organisation: Organisation,
  pack: Pack,
  width: number,
): readonly string[] {
  const of = (outcome: Outcome) => actions.filter((action) => action.outcome === outcome);
  const counts = outcomes
    .map(([outcome, title]) => `${title.toLowerCase()} ${of(outcome).length}`)
    .join(', ');
  return [
    ...organisationHeading(organisation, `actions of ${from}, followed into ${to}`, width),
    ...wrap(
      `${actions.length} actions: ${counts}. This is as the comments read; an officer confirms it.`,
      width,
    ),
    ...outcomes.flatMap(([outcome, title]) => {
      const mine = of(outcome);
      if (mine.length === 0) return [];
      return [
        '',
        ...wrap(`${title}: ${mine.length}`, width).map(terminal.heading),
        ...mine.flatMap((action) => describeAction(action, pack, width)),
      ];
    }),
  ];
}

function describeAction(
  { objective, from, to, why }: FollowedAction,
  { framework }: Pack,
  width: number,
): readonly string[] {
  const name = framework.objectives.find(({ number }) => number === objective)?.name ?? '';
  const elsewhere = to === null || to.objective === objective ? '' : ` in objective ${to.objective}`;
  return [
    ...wrap(`${objective} ${name}`, width),
    ...indented(`${from.period}: “${from.quote}”`, width, 2),
    ...(to === null ? [] : indented(`${to.period}${elsewhere}: “${to.quote}”`, width, 2)),
    ...indented(why, width, 2),
  ];
}
