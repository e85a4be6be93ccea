import type { Span } from '../../model/span.ts';
import { sentencesIn } from '../reading/sentences.ts';

/** The first sentence of a span: what a question quotes of a long one. */
export function firstSentence(text: string, span: Span): Span {
  return sentencesIn(text, span)[0] ?? span;
}
