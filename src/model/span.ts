import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

/** A slice of a stored text: UTF-16 code units, `end` exclusive. */
export const Span = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) });
export type Span = Frozen<Static<typeof Span>>;

/** The words of a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
