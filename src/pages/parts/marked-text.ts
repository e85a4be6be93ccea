import type { Span } from '../../model/span.ts';

/** A slice of a text that proves something, and what it proves. */
export interface Mark extends Span {
  /** Said beside the words, since colour alone says nothing: "limit 1", "target". */
  readonly note: string;
  /** The place on the page that the note leads to; null for none. */
  readonly href: string | null;
}

/** A piece of a marked text. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
  /** Of the marks that end with this piece. */
  readonly notes: readonly { readonly note: string; readonly href: string | null }[];
}

/**
 * A text, or the part of it in `within`, cut where marks begin and end; the pieces together are the text.
 * Marks may overlap; those outside the text are left out.
 */
export function markedText(text: string, marks: readonly Mark[], within?: Span): readonly Segment[] {
  const whole = within ?? { start: 0, end: text.length };
  const inside = marks
    .map((mark) => ({
      ...mark,
      start: Math.max(mark.start, whole.start),
      end: Math.min(mark.end, whole.end),
      ends: mark.end <= whole.end,
    }))
    .filter(({ start, end }) => start < end);
  const cuts = [whole.start, whole.end, ...inside.flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(cuts)].toSorted((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? whole.start;
    return {
      text: text.slice(start, end),
      marked: inside.some((mark) => mark.start <= start && mark.end >= end),
      notes: inside.filter((mark) => mark.end === end && mark.ends).map(({ note, href }) => ({ note, href })),
    };
  });
}
