import type { Span } from '../../model/span.ts';
import type { Statement } from './statements.ts';

/** Where a statement says a phrase of a set; null where it does not, or the pack has no such set. */
export function matchedSpan(statement: Statement, set: string): Span | null {
  const match = statement.match(set);
  const first = match === null ? undefined : statement.words[match.start];
  const last = match === null ? undefined : statement.words[match.end - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
