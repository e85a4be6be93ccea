import type { Obstacle } from '../model/reading.ts';
import type { ReadingCounts } from '../model/reading-counts.ts';
import type { CorrectedCell, DecidedObstacle } from './corrected-cell.ts';

/** The limits of one kind that one quote gives, whichever rules read them. */
export type SameWords = readonly [DecidedObstacle, ...DecidedObstacle[]];

/** The limits of a cell, those of one kind from the same words together, in order of the words and then of the kind. */
export function byWords({ obstacles }: CorrectedCell): readonly SameWords[] {
  const groups = new Map<string, [DecidedObstacle, ...DecidedObstacle[]]>();
  for (const each of obstacles) {
    const key = keyOf(each.obstacle);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].toSorted(([{ obstacle: a }], [{ obstacle: b }]) => {
    const place = a.words.start - b.words.start || a.words.end - b.words.end;
    return place !== 0 ? place : keyOf(a) < keyOf(b) ? -1 : 1;
  });
}

/** How many reasons the cells give, by whether an officer has looked at them; each quote counts once for each kind. */
export function countReadings(cells: readonly CorrectedCell[]): ReadingCounts {
  const standings = cells.flatMap((cell) => byWords(cell).map(([{ obstacle }]) => obstacle.standing));
  const count = (which: Obstacle['standing']) => standings.filter((standing) => standing === which).length;
  return {
    read: count('read'),
    confirmed: count('confirmed'),
    added: count('added'),
    dismissed: cells.reduce((sum, { dismissed }) => sum + dismissed.length, 0),
    lapsed: cells.reduce((sum, { lapsed }) => sum + lapsed.length, 0),
  };
}

function keyOf({ words, signal, standing }: Obstacle): string {
  return `${words.start} ${words.end} ${signal} ${standing}`;
}
