import type { AnswerSheet } from './answer-sheet.ts';
import type { AnsweredSet } from './answered-set.ts';
import { fewElsewhere, fewestFrom, type GivenSet } from './given-set.ts';
import { moveOf } from './move-of.ts';
import type { PlaceCount, Release } from './release.ts';
import type { UptakeCount, UptakeRelease } from './uptake-release.ts';

/** In which form a set would be given: as counts, or as the level at which nearly all are. */
export function givenForm(sheet: AnswerSheet, set: AnsweredSet): GivenSet {
  if (set.about === 'moves') {
    const steps = stepsOf(sheet, set);
    return { set, fromLevel: new Map(steps.map(({ from, n }) => [from, n])), nearlyAll: null };
  }
  const byLevel = new Map<number, number>();
  for (const { achieved, n } of placeCountsOf(sheet, set))
    byLevel.set(achieved, (byLevel.get(achieved) ?? 0) + n);
  const most = [...byLevel].find(([, n]) => n >= set.members.length - fewElsewhere);
  return { set, fromLevel: null, nearlyAll: most === undefined ? null : { achieved: most[0], n: most[1] } };
}

/** What is told of a given set of those who answered. */
export function placesRelease(sheet: AnswerSheet, { set, nearlyAll }: GivenSet): Release {
  const n = set.members.length;
  return nearlyAll === null
    ? { give: 'counts', places: placeCountsOf(sheet, set), n }
    : { give: 'nearly-all', achieved: nearlyAll.achieved, n };
}

/** What is told of a given set of movers: levels from which ten others could move. */
export function movesRelease(sheet: AnswerSheet, { set }: GivenSet): UptakeRelease {
  const steps = stepsOf(sheet, set).filter(({ n }) => n >= fewestFrom);
  return { give: 'counts', steps, n: set.members.length };
}

function stepsOf(sheet: AnswerSheet, set: AnsweredSet): readonly UptakeCount[] {
  const byLevel = new Map<number, { n: number; reached: number }>();
  for (const member of set.members) {
    const slot = member * sheet.periods + set.period;
    const move = moveOf(sheet, sheet.place[slot - 1] ?? -1, sheet.place[slot] ?? -1);
    const { n, reached } = byLevel.get(move.from) ?? { n: 0, reached: 0 };
    byLevel.set(move.from, { n: n + 1, reached: reached + (move.reached ? 1 : 0) });
  }
  const steps: UptakeCount[] = [...byLevel].map(([from, counts]) => ({ from, ...counts }));
  return steps.sort((a, b) => a.from - b.from);
}

function placeCountsOf(sheet: AnswerSheet, set: AnsweredSet): readonly PlaceCount[] {
  const counts = sheet.places.map(() => 0);
  for (const member of set.members) {
    const held = sheet.place[member * sheet.periods + set.period] ?? -1;
    counts[held] = (counts[held] ?? 0) + 1;
  }
  return sheet.places.map((place, index) => ({ ...place, n: counts[index] ?? 0 })).filter(({ n }) => n > 0);
}
