import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { type Mark, markedText, type Segment } from './marked-text.ts';

/** A part of a cell, as its views tell. */
export interface CommentPart {
  /** What the part is; null for words between the parts, such as a label. */
  readonly label: string | null;
  readonly segments: readonly Segment[];
}

/** A cell's text in its parts, in order: every character of it is in one part. */
export function commentParts(reading: Reading, marks: readonly Mark[]): readonly CommentPart[] {
  const { text, views } = reading;
  const labelled = (label: string, spans: readonly (Span | null)[]) =>
    spans.flatMap((span) => (span === null ? [] : [{ label, start: span.start, end: span.end }]));
  const criterion =
    views.criterionLevel === null
      ? 'The standard, as quoted here'
      : `The standard for level ${views.criterionLevel}, as quoted here`;
  const known = [
    ...labelled(criterion, [views.criterion]),
    ...labelled('Agreed standard', [views.agreedStandard]),
    ...labelled('What a higher level asks', views.requirements),
    ...labelled('Action', views.actions),
    ...labelled('Decision', [views.noFurtherAction]),
    ...labelled('Comment', views.commentary),
  ].filter(({ start, end }) => start < end);
  // A span inside another keeps its own label: the innermost, then the first named, wins.
  const cuts = new Set([0, text.length, ...known.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].toSorted((a, b) => a - b);
  const parts: { label: string | null; start: number; end: number }[] = [];
  for (const [index, end] of places.slice(1).entries()) {
    const start = places[index] ?? 0;
    const over = known.filter((part) => part.start <= start && part.end >= end);
    const inner = over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
    const label = inner?.label ?? null;
    const last = parts.at(-1);
    const blank = text.slice(start, end).trim() === '';
    if (last !== undefined && (last.label === label || blank)) last.end = end;
    else parts.push({ label, start, end });
  }
  return parts.map(({ label, start, end }) => ({ label, segments: markedText(text, marks, { start, end }) }));
}
