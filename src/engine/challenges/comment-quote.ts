import type { ChallengeQuote } from '../../model/challenge.ts';
import type { Reading } from '../../model/reading.ts';
import { type Span, slice } from '../../model/span.ts';
import { withoutEndMark } from '../reading/sentences.ts';

/** A span of a row's text as a quote, without the mark that ends it. */
export function commentQuote({ objective, period, text }: Reading, span: Span): ChallengeQuote {
  const { start, end } = withoutEndMark(text, span);
  return { source: 'comment', objective, period, quote: slice(text, { start, end }), start, end };
}
