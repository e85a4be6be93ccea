/** The source of a pattern for any of some words as they are, the longest first; for none of them, one that never matches. */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  return words
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
