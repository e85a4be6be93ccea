import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { joinPieces, type Line } from './line.ts';

/** A warning that a line's text belongs to no table and is left out. */
export function outsideTable(line: Line, file: string): Diagnostic {
  const text = joinPieces(line.cells);
  return diagnose('document/text-outside-table', {
    file,
    place: `line ${line.number}`,
    seen: JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text),
    allowed: '',
    repair: 'It is left out; if it belongs to a cell, put it back there.',
  });
}
