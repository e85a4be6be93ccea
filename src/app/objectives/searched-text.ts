import type { Span } from '../../model/span.ts';

/** Words to look for: a text is found where all of them stand in it or beside it. */
export type SearchWords = readonly RegExp[];

const mostWords = 10;

/**
 * The words of a search, at most ten, each once; case, the form of quotes and dashes, and the width of blanks make no difference.
 * @returns none for a search that is empty
 */
export function searchWords(written: string): SearchWords {
  const words = written.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  return [...new Set(words)].slice(0, mostWords).map((word) => new RegExp(patternOf(word), 'giu'));
}

/** Where a word stands in a text, in UTF-16 code units. */
export function foundIn(text: string, word: RegExp): readonly Span[] {
  return [...text.matchAll(word)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/**
 * A part of a text round the first place that was found, cut at blanks: about 70 characters before it and 130 after.
 * @returns the whole text where it is not longer
 */
export function excerptOf(text: string, at: Span): Span {
  const blank = (from: number) => text.indexOf(' ', from);
  const before = at.start - 70;
  const after = at.end + 130;
  const start = before <= 0 ? 0 : Math.min(at.start, blank(before) + 1 || at.start);
  const end = after >= text.length ? text.length : Math.max(at.end, text.lastIndexOf(' ', after));
  return { start, end };
}

function patternOf(word: string): string {
  return word
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['‘’ʼ]/g, "['‘’ʼ]")
    .replace(/["“”]/g, '["“”]')
    .replace(/[-‐‑–—]/g, '[-‐‑–—]');
}
