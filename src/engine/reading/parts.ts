import type { Span } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { anyOf } from './any-of.ts';
import { trimmed } from './sentences.ts';

/** A part of a cell: what stands before any label is commentary. */
export interface Part extends Span {
  readonly kind: 'commentary' | 'action';
}

/** Splits a cell at the pack's labels ("Commentary:", "Action(s):"); a label is followed by a colon or a free dash. */
export function cellParts(pack: Pack): (text: string) => readonly Part[] {
  const { commentary, action } = pack.reading.labels;
  const kinds = new Map<string, Part['kind']>([
    ...commentary.map((label): [string, Part['kind']] => [label.toLowerCase(), 'commentary']),
    ...action.map((label): [string, Part['kind']] => [label.toLowerCase(), 'action']),
  ]);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${anyOf([...kinds.keys()])})(?:\\s?:|\\s[-–](?=\\s))`,
    'giu',
  );

  return (text) => {
    const parts: Part[] = [];
    const close = (kind: Part['kind'], start: number, end: number) => {
      const span = trimmed(text, { start, end });
      if (span.end > span.start) parts.push({ kind, ...span });
    };
    let kind: Part['kind'] = 'commentary';
    let start = 0;
    for (const match of text.matchAll(pattern)) {
      close(kind, start, match.index);
      kind = kinds.get((match[1] ?? '').toLowerCase()) ?? kind;
      start = match.index + match[0].length;
    }
    close(kind, start, text.length);
    return parts;
  };
}
