import type { Span } from '../../model/span.ts';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The sentences of `text` inside a span, without white space around them, in order. */
export function sentencesIn(text: string, within: Span): readonly Span[] {
  return [...segmenter.segment(text.slice(within.start, within.end))]
    .map(({ segment, index }) =>
      trimmed(text, { start: within.start + index, end: within.start + index + segment.length }),
    )
    .filter(({ start, end }) => end > start);
}

/** A span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/** A sentence without the mark that ends it: what is quoted. */
export function withoutEndMark(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && /[\s.,;:!?]/u.test(text.charAt(end - 1))) end -= 1;
  return { start: span.start, end };
}
