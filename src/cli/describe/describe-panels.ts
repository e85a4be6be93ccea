import type { HeldPanels } from '../../app/panel/held-panels.ts';
import type { Panel } from '../../model/panel.ts';
import { writtenCount } from '../../model/written-count.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** The panels of a workspace, as lines of a width. */
export function describePanels({ panels, broken }: HeldPanels, width: number): readonly string[] {
  if (panels.length + broken.length === 0)
    return wrap('There is no panel yet. `panel add scores.csv --panel ID` makes one.', width);
  return [
    ...(panels.length === 0
      ? []
      : table(
          [
            { title: 'Panel' },
            { title: 'Name', flexible: true },
            { title: 'Framework' },
            { title: 'Rows', numeric: true },
            { title: 'Organisations', numeric: true },
            { title: 'Periods' },
            { title: 'Kind' },
          ],
          panels.map((panel) => [
            panel.id,
            panel.name,
            panel.framework,
            writtenCount(panel.rows),
            writtenCount(panel.organisations),
            periodSpan(panel),
            panelKind(panel),
          ]),
          width,
        )),
    ...broken.flatMap(({ id, why }) => wrap(`${id} cannot be used. ${why}`, width)),
  ];
}

/** What a panel is, in a word or two: "confidential", "public, invented". */
function panelKind({ access, invented }: Panel): string {
  return invented ? `${access}, invented` : access;
}

/** Its periods, from the first to the last. */
function periodSpan({ periods }: Panel): string {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}
