import type { Backtest } from '../../model/backtest.ts';
import type { Organisation } from '../../model/organisation.ts';
import { organisationHeading } from './organisation-heading.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** Advice beside what was reached, as lines of a width. */
export function describeBacktest(
  backtest: Backtest,
  organisation: Organisation,
  width: number,
): readonly string[] {
  const { period, basedOn, n, stances, open, capped, leftOut, outcomes } = backtest;
  const away = outcomes.filter(({ against }) => against !== 'at');
  return [
    ...organisationHeading(
      organisation,
      `advice for ${period} from ${basedOn}, beside what was reached`,
      width,
    ),
    ...wrap(
      `${n} objectives are scored in both. This describes one year of one organisation, and proves no rule.`,
      width,
    ),
    '',
    ...table(
      [
        { title: 'Stance' },
        { title: 'Advised', numeric: true },
        { title: 'At target', numeric: true },
        { title: 'Above', numeric: true },
        { title: 'Below', numeric: true },
      ],
      stances.map(({ stance, n: advised, at, above, below }) => [
        stance,
        ...[advised, at, above, below].map(String),
      ]),
      width,
    ),
    '',
    ...[...stances, open, capped, leftOut].flatMap(({ sentence }) =>
      sentence === '' ? [] : wrap(sentence, width),
    ),
    ...(away.length === 0
      ? []
      : [
          '',
          ...table(
            [
              { title: '#', numeric: true },
              { title: 'Objective', flexible: true },
              { title: 'Stance' },
              { title: 'Target', numeric: true },
              { title: 'Ceiling', numeric: true },
              { title: 'Reached', numeric: true },
            ],
            away.map(({ objective, name, stance, target, ceiling, reached }) => [
              String(objective),
              name,
              stance,
              ...[target, ceiling, reached].map(String),
            ]),
            width,
          ),
        ]),
  ];
}
