import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { shorten } from '../../kernel/shorten.ts';
import type { Correction } from './corrections.ts';
import { type Line, lineOf } from './line.ts';

interface Anchored {
  readonly correction: Correction;
  readonly start: number;
  readonly end: number;
}

/** A document's lines after its corrections, with the line numbers of the document as received. */
export interface MendedLines {
  readonly lines: readonly Line[];
  /** One note for each correction. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lines of a text with its corrections made, all at once: no correction sees what another wrote.
 * @throws Problem CORRECTION_LOST for an anchor that is not there exactly once, or that overlaps another
 */
export function mend(text: string, corrections: readonly Correction[], file: string): MendedLines {
  const anchors = corrections
    .map((correction) => anchor(text, correction, file))
    .sort((a, b) => a.start - b.start);
  refuseOverlap(anchors, file);

  const lines: Line[] = [];
  const diagnostics: Diagnostic[] = [];
  let open = { number: 1, text: '' };
  let number = 1;
  const breakLine = (next: number) => {
    lines.push(lineOf(open.number, open.text));
    open = { number: next, text: '' };
  };
  const keep = (piece: string) => {
    for (const [index, part] of piece.split('\n').entries()) {
      if (index > 0) breakLine(++number);
      open.text += part;
    }
  };
  const replace = ({ find, replace }: Correction) => {
    const last = number + countBreaks(find);
    for (const [index, part] of replace.split('\n').entries()) {
      if (index > 0) breakLine(Math.min(++number, last));
      open.text += part;
    }
    number = last;
  };

  let position = 0;
  for (const { correction, start, end } of anchors) {
    keep(text.slice(position, start));
    diagnostics.push(applied(correction, number, file));
    replace(correction);
    position = end;
  }
  keep(text.slice(position));
  breakLine(number);
  return { lines, diagnostics };
}

function anchor(text: string, correction: Correction, file: string): Anchored {
  const start = text.indexOf(correction.find);
  if (start === -1) throw lost(correction, file, 'the text is not there');
  if (text.indexOf(correction.find, start + 1) !== -1)
    throw lost(correction, file, 'the text is there more than once');
  return { correction, start, end: start + correction.find.length };
}

function refuseOverlap(anchors: readonly Anchored[], file: string): void {
  for (const [index, { correction, start }] of anchors.entries()) {
    const before = anchors[index - 1];
    if (before !== undefined && start < before.end)
      throw lost(correction, file, `it overlaps correction ${before.correction.id}`);
  }
}

function lost({ id, find }: Correction, file: string, seen: string): Problem {
  return new Problem('CORRECTION_LOST', {
    file,
    place: `correction ${id}`,
    seen,
    allowed: `exactly once: ${JSON.stringify(shorten(find))}`,
    repair: 'Compare the document with its corrections, and mend or remove this correction.',
  });
}

function applied({ id, find, why }: Correction, number: number, file: string): Diagnostic {
  return diagnose('document/correction-applied', {
    file,
    place: `line ${find.startsWith('\n') ? number + 1 : number}, correction ${id}`,
    seen: JSON.stringify(shorten(find)),
    allowed: '',
    repair: why,
  });
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}
