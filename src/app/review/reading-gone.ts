import { Problem } from '../../kernel/problem.ts';

/** The problem of words that are not in the comment of a period. */
export function readingGone(objective: number, period: string, quote: string): Problem {
  return new Problem('READING_GONE', {
    place: `objective ${objective}, ${period}`,
    seen: `“${quote.slice(0, 300)}”`,
    allowed: 'words that stand in the comment, one after the other',
    repair: 'Look at the comment as it is now, and decide again.',
  });
}
