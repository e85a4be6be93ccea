import { Problem } from '../../kernel/problem.ts';

/** What no text may hold: control characters but line ends and tabs, and marks that turn the direction of writing. */
const unwritten = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u;

/** Refuses text with characters that cannot be seen. @throws Problem BAD_VALUE that names the field */
export function refuseControl(field: string, text: string): void {
  const found = unwritten.exec(text);
  if (found === null) return;
  throw new Problem('BAD_VALUE', {
    place: field,
    seen: `a character that cannot be seen (U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}) at position ${found.index + 1}`,
    repair: 'Take it out: copy the words as plain text.',
  });
}

/**
 * One line as it is kept: runs of white space as one blank, none round it.
 * @throws Problem BAD_VALUE that names the field, where it is empty, too long, or has characters that cannot be seen
 */
export function plainLine(field: string, text: string, longest: number, repair: string): string {
  refuseControl(field, text);
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') throw new Problem('BAD_VALUE', { place: field, seen: 'nothing', repair });
  if (line.length > longest)
    throw new Problem('BAD_VALUE', {
      place: field,
      seen: `${line.length} characters`,
      allowed: `${longest} at most`,
      repair: 'Make it shorter.',
    });
  return line;
}
