import type { Span } from '../../model/span.ts';

const closers: Readonly<Record<string, string>> = { "'": "'", '‘': '’', '"': '"', '“': '”' };
const longestQuotation = 600;

/** The quotations in a text, inside their marks, in order; an apostrophe inside a word is no mark. */
export function quotationsIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < text.length; index++) {
    const closer = closers[text[index] ?? ''];
    if (closer === undefined || !opens(text, index)) continue;
    const end = closing(text, index + 1, closer);
    if (end === null) continue;
    spans.push({ start: index + 1, end });
    index = end;
  }
  return spans;
}

function opens(text: string, index: number): boolean {
  return /^$|[\s([–-]/.test(text.slice(Math.max(0, index - 1), index)) && /\S/.test(text[index + 1] ?? '');
}

function closing(text: string, from: number, closer: string): number | null {
  const limit = Math.min(text.length, from + longestQuotation);
  for (let index = from; index < limit; index++) {
    if (text[index] !== closer) continue;
    if (/\S/.test(text[index - 1] ?? '') && /^$|[\s.,;:!?)\]–-]/.test(text.slice(index + 1, index + 2)))
      return index;
  }
  return null;
}
