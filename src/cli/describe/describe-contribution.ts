import type { Contribution } from '../../app/contribute/contribution.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Organisation } from '../../model/organisation.ts';
import { organisationHeading } from './organisation-heading.ts';
import { table } from './table.ts';
import { bulleted, wrap } from './wrap.ts';

const shownRows = 3;

/** All that leaves the house with a contribution, in lines. */
export function describeContribution(
  { framework, periods, rows, scored, columns, causes, content }: Contribution,
  organisation: Organisation,
  width: number,
): readonly string[] {
  const [header = '', ...lines] = content.split('\r\n');
  const { confirmed, read, readOnly } = causes;
  return [
    ...organisationHeading(organisation, 'what would leave the house', width),
    ...wrap(
      `${countedNoun(rows, 'row')} (${scored} scored) of ${framework}, for ${periods.join(', ')}. No text of a comment, an action or a person is among them.`,
      width,
    ),
    '',
    ...table(
      [{ title: 'Column' }, { title: 'What it says', flexible: true }],
      columns.map(({ name, meaning }) => [name, meaning]),
      width,
    ),
    '',
    ...wrap(
      confirmed + read === 0
        ? 'No reason for a cap is among them.'
        : `Reasons for a cap: ${confirmed} confirmed by an officer, ${read} only read from comments by rules.`,
      width,
    ),
    ...(read === 0
      ? []
      : [
          '',
          ...wrap(
            'Only read, and marked so. headroom review shows their words, to confirm or dismiss:',
            width,
          ),
          ...readOnly.flatMap(({ period, objective, name, cause, level }) =>
            bulleted(`${period}, ${objective} ${name}: ${cause}, at ${level}`, width),
          ),
        ]),
    '',
    ...wrap(`The first of the ${countedNoun(rows, 'row')}, as written:`, width),
    ...[header, ...lines.slice(0, shownRows)].flatMap((line) => bulleted(line, width)),
  ];
}
