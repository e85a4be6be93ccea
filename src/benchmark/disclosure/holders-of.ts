import type { AnswerSheet } from './answer-sheet.ts';

/** Organisations by period and by the place that they hold. */
export function holdersOf(sheet: AnswerSheet): readonly (readonly (readonly number[])[])[] {
  const holders: number[][][] = Array.from({ length: sheet.periods }, () => sheet.places.map(() => []));
  for (const [slot, place] of sheet.place.entries()) {
    const period = slot % sheet.periods;
    if (place >= 0) holders[period]?.[place]?.push((slot - period) / sheet.periods);
  }
  return holders;
}
