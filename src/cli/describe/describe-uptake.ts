import type { Uptake } from '../../model/uptake.ts';
import { uptakeGroupWords } from '../../model/uptake-group-words.ts';
import { terminal } from '../terminal/terminal.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** An objective, and how often others made its next step. */
export interface ObjectiveUptake {
  readonly objective: number;
  readonly name: string;
  readonly uptake: Uptake;
}

/** How often others reached the levels aimed at, as lines of a width; none where no panel says it. */
export function describeUptake(
  title: string,
  found: readonly ObjectiveUptake[],
  width: number,
): readonly string[] {
  if (found.length === 0) return [];
  return [
    ...wrap(title, width).map(terminal.heading),
    ...wrap(`Peers: ${uptakeGroupWords(found.map(({ uptake }) => uptake))}.`, width),
    ...table(
      [
        { title: '#', numeric: true },
        { title: 'Objective', flexible: true },
        { title: 'Step' },
        { title: 'How often', flexible: true },
      ],
      found.map(({ objective, name, uptake: { from, to, words } }) => [
        String(objective),
        name,
        `${from} to ${to}`,
        words,
      ]),
      width,
    ),
    '',
  ];
}
