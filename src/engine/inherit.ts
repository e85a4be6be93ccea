import type { Assessment } from '../model/assessment.ts';
import { rowOf } from '../model/assessment.ts';
import { comparePeriods } from '../model/period.ts';
import type { Reading } from '../model/reading.ts';
import type { CommentReader } from './reading/comment-reader.ts';

/**
 * What the comments of one period say, by objective. A comment that stands on the previous one ("as per previous
 * year's comment") takes over what that said, in its period's words and at its level.
 * @param earlier assessments before that period, in any order
 */
export function readComments(
  assessment: Assessment,
  earlier: readonly Assessment[],
  read: CommentReader,
): ReadonlyMap<number, Reading> {
  const past = earlier.toSorted((a, b) => comparePeriods(b.period, a.period));
  const readings = new Map<number, Reading>();
  for (const row of assessment.rows) {
    const own = read(row, assessment.period);
    readings.set(row.objective, withPrevious(own, past, read));
  }
  return readings;
}

function withPrevious(own: Reading, past: readonly Assessment[], read: CommentReader): Reading {
  const [previous, ...before] = past;
  if (own.views.asPrevious === null || previous === undefined) return own;
  const row = rowOf(previous, own.objective);
  if (row === undefined) return own;
  const inherited = withPrevious(read(row, previous.period), before, read);
  return {
    ...own,
    obstacles: [...own.obstacles, ...inherited.obstacles],
    courses: [...own.courses, ...inherited.courses],
    decision: own.decision ?? inherited.decision,
  };
}
