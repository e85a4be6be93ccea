import type { ReadingCounts } from '../../model/reading-counts.ts';

/** How far the reasons that comments give were looked at, in a sentence or two for a document. */
export function readingCountsSentence(counts: ReadingCounts): string {
  const { read, confirmed, added, dismissed, lapsed } = counts;
  const n = read + confirmed + added;
  const parts = [
    `${read} unconfirmed (read by a rule, and looked at by nobody yet)`,
    `${confirmed} confirmed`,
    `${added} added by an officer`,
  ];
  const gone = dismissed === 0 ? '' : ` ${dismissed} more ${dismissed === 1 ? 'was' : 'were'} dismissed.`;
  const late =
    lapsed === 0
      ? ''
      : ` ${lapsed} ${lapsed === 1 ? 'decision has' : 'decisions have'} lapsed, because the comment or the rules changed.`;
  if (n === 0) return `No reason was read from the comments.${gone}${late}`;
  return `Reasons from comments, ${n} in all: ${parts.join(', ')}.${gone}${late}`;
}
