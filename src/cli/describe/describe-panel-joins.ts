import type { PanelJoinsReport } from '../../app/register/panel-joins-report.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { terminal } from '../terminal/terminal.ts';
import { bulleted, wrap } from './wrap.ts';

/** How the organisations of a panel are joined to the register, as lines of a width. */
export function describePanelJoins(report: PanelJoinsReport, width: number): readonly string[] {
  const { panel, invented, organisations, joined, continued, notJoined } = report;
  const heading = wrap(
    `${panel}: ${joined} of ${countedNoun(organisations, 'organisation')} joined to the register`,
    width,
  ).map(terminal.heading);
  if (invented)
    return wrap(
      `${panel} is invented: it has organisations of its own, and is joined to no register.`,
      width,
    );
  return [
    ...heading,
    ...continued.flatMap(({ organisation, standsAs }) =>
      wrap(`${organisation} goes on as ${standsAs}.`, width),
    ),
    ...(notJoined.length === 0
      ? []
      : [
          '',
          ...wrap('Not joined, and so in the group of all organisations only:', width),
          ...notJoined.flatMap(({ organisation, found, candidates }) => {
            const could = candidates.length === 0 ? '' : `: ${candidates.join('; ')}`;
            const why = {
              ambiguous: `stands for several${could}`,
              doubled: `is the same as another in the same period${could}`,
              unknown: could === '' ? 'is not in the register' : `is not in the register; near to it${could}`,
            }[found];
            return bulleted(`${organisation} ${why}`, width);
          }),
        ]),
  ];
}
