/** The most UTF-16 units that one cell of a spreadsheet holds. */
export const longestCell = 32_767;

/**
 * A cell's text in the one form in which it is kept: paragraphs joined by one LF, none of them empty, without white
 * space around them; any other run of white space is one space. Doing it twice changes nothing.
 */
export function canonicalText(written: string): string {
  return written
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The code points of a text that no document may bring in, each once, as "U+0007": controls other than tab, LF and CR;
 * halves of a surrogate pair; U+FFFE and U+FFFF.
 */
export function controlCharacters(text: string): readonly string[] {
  const found = text.match(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu) ?? [];
  return [...new Set(found)].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
