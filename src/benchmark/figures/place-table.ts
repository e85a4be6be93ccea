import { Problem } from '../../kernel/problem.ts';
import { compareScores, midpoint, type Score } from '../../model/score.ts';
import type { ValueCount } from '../../statistics/value-counts.ts';
import type { PlaceCount } from '../disclosure/release.ts';

/** How many of the others hold a score. */
export interface ScoreCount {
  readonly score: Score;
  readonly n: number;
}

/**
 * The one table that every figure comes from: scores that others hold, lowest first, each with how many do.
 * @param own what the viewer itself holds among the counts, taken away; null where it is not among them
 * @throws Problem INTERNAL where the own answer is not among the counts
 */
export function placeTable(
  places: readonly PlaceCount[],
  own: Omit<PlaceCount, 'n'> | null,
): readonly ScoreCount[] {
  const isOwn = (place: PlaceCount) =>
    own !== null && place.achieved === own.achieved && place.workingTowards === own.workingTowards;
  if (own !== null && !places.some((place) => isOwn(place) && place.n > 0)) {
    throw new Problem('INTERNAL', {
      place: 'placeTable',
      seen: scoreOf(own).label,
      allowed: 'an answer that is among the counts',
      repair: 'Please report this, with what you did.',
    });
  }
  return places
    .map((place) => ({ score: scoreOf(place), n: isOwn(place) ? place.n - 1 : place.n }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => compareScores(a.score, b.score));
}

/** A place on the scale as a score. */
export function scoreOf({ achieved, workingTowards }: Omit<PlaceCount, 'n'>): Score {
  const label = workingTowards === null ? `${achieved}` : `${achieved}/${workingTowards}`;
  return { label, achieved, workingTowards };
}

/** How many stand in a table, all of them or those whose score is as asked. */
export function countOf(
  table: readonly ScoreCount[],
  counts: (score: Score) => boolean = () => true,
): number {
  return table.reduce((sum, { score, n }) => (counts(score) ? sum + n : sum), 0);
}

/** The table by the figure that each score counts as in an average: 2/3 counts 2.5. */
export function middles(table: readonly ScoreCount[]): readonly ValueCount[] {
  return table.map(({ score, n }) => ({ value: midpoint(score), n }));
}
