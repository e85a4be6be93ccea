import type { Reading } from '../../model/reading.ts';
import { compareScores, type Score } from '../../model/score.ts';

/** One objective's rows in both periods. */
export interface PairedRows {
  readonly before: Reading;
  readonly after: Reading;
}

/** The later rows that have an earlier one, in the order of the later. */
export function pairedRows(earlier: readonly Reading[], later: readonly Reading[]): readonly PairedRows[] {
  const past = new Map(earlier.map((row) => [row.objective, row]));
  return later.flatMap((after) => {
    const before = past.get(after.objective);
    return before === undefined ? [] : [{ before, after }];
  });
}

/** How a pair's score moved: both scores, and a number above zero for a rise; null where either is not scored. */
export function movement({
  before,
  after,
}: PairedRows): { readonly from: Score; readonly to: Score; readonly by: number } | null {
  if (before.score === null || after.score === null) return null;
  return { from: before.score, to: after.score, by: compareScores(after.score, before.score) };
}
