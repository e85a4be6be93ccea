import type { Reading } from '../../model/reading.ts';
import type { LevelInterval } from '../checklist.ts';
import type { Asked } from './ask.ts';

/**
 * Scores outside the levels that officers' own answers to the statements leave open: above the highest, or below what
 * the answers award. Of a score such as 2/3, what is achieved counts. A row without an interval is left alone.
 */
export function outsideChecklist(
  rows: readonly Reading[],
  checklists: ReadonlyMap<number, LevelInterval>,
): readonly Asked[] {
  return rows.flatMap((row): readonly Asked[] => {
    const { score } = row;
    const interval = checklists.get(row.objective);
    if (score === null || interval === undefined) return [];
    const { low, high } = interval;
    if (score.achieved > high)
      return [{ kind: 'above-checklist', row, values: { score: score.label, level: high }, quotes: [] }];
    if (score.achieved >= low) return [];
    return [{ kind: 'below-checklist', row, values: { score: score.label, level: low }, quotes: [] }];
  });
}
