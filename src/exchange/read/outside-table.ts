import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { shorten } from '../../kernel/shorten.ts';
import { joinPieces, type Line } from './line.ts';

/** Lines that follow each other and fit nowhere. */
export interface Stray {
  readonly first: Line;
  last: Line;
}

/** A warning that some lines' text belongs to no table and is left out; the first line is quoted. */
export function outsideTable({ first, last }: Stray, file: string): Diagnostic {
  return diagnose('document/text-outside-table', {
    file,
    place: first === last ? `line ${first.number}` : `lines ${first.number} to ${last.number}`,
    seen: JSON.stringify(shorten(joinPieces(first.cells))),
    allowed: '',
    repair: 'It is left out; if it belongs to a cell, put it back there.',
  });
}
