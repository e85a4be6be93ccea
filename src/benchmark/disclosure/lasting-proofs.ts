import type { AnswerSheet } from './answer-sheet.ts';
import type { HeldProofs } from './assurance.ts';
import type { Exchange } from './exchange.ts';
import type { GivenSet } from './given-set.ts';
import { traces } from './traces.ts';

/**
 * For each slot two organisations with which its own could swap answers whatever of some figures is given, as far as
 * their sums say; none where there are no two. They spare looking for others again with each figure that is given, and
 * change no decision: where there are two such, the search finds a swap after every figure, whoever looks.
 */
export function lastingProofs(sheet: AnswerSheet, figures: readonly GivenSet[]): HeldProofs {
  const { periods, places } = sheet;
  const { put, byPlace, byMove } = traces(sheet);
  for (const [index, figure] of figures.entries()) put(figure, index + 1, 1);
  const wide = places.length;
  const holders: number[][] = Array.from({ length: periods * wide }, () => []);
  for (const [slot, place] of sheet.place.entries())
    if (place >= 0) holders[(slot % periods) * wide + place]?.push((slot - (slot % periods)) / periods);
  const unlike = places.map(({ achieved }) =>
    [...places.keys()].filter((other) => places[other]?.achieved !== achieved),
  );
  const of = (slot: number) => {
    const held = sheet.place[slot] ?? -1;
    const period = slot % periods;
    const found: Exchange[] = [];
    for (const place of unlike[held] ?? []) {
      const at = slot * wide + place;
      const [placed, moved] = [byPlace[at] ?? 0, byMove[at] ?? 0];
      const others = holders[period * wide + place] ?? [];
      for (let index = 0; index < others.length; index++) {
        const other = others[index] ?? -1;
        const back = (other * periods + period) * wide + held;
        if (placed + (byPlace[back] ?? 0) !== 0 || moved + (byMove[back] ?? 0) !== 0) continue;
        found.push([
          { organisation: (slot - period) / periods, period, place },
          { organisation: other, period, place: held },
        ]);
        if (found.length === 2) return found;
      }
    }
    return [];
  };
  return { of, withRecords: [] };
}
