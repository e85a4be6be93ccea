/**
 * The slice of a text that somebody means by what they wrote: as written, or with other white space between its words,
 * as a page or a terminal shows it; null where the text has no such words, or nothing was written.
 */
export function wordsInCell(text: string, written: string): string | null {
  const words = written.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const trimmed = written.trim();
  if (text.includes(trimmed)) return trimmed;
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+');
  return new RegExp(pattern).exec(text)?.[0] ?? null;
}
