import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { joinPieces, type Line } from './line.ts';

/** Lines that follow each other and fit nowhere. */
export interface Stray {
  readonly first: Line;
  last: Line;
}

/** A warning that some lines' text belongs to no table and is left out; the first line is quoted. */
export function outsideTable({ first, last }: Stray, file: string): Diagnostic {
  const text = joinPieces(first.cells);
  return diagnose('document/text-outside-table', {
    file,
    place: first === last ? `line ${first.number}` : `lines ${first.number} to ${last.number}`,
    seen: JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text),
    allowed: '',
    repair: 'It is left out; if it belongs to a cell, put it back there.',
  });
}
