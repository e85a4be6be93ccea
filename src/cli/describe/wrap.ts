/**
 * Text in lines of at most `width` characters, broken between words; a longer word is broken too, and nothing is left
 * out. Line breaks of the text stay; an empty text is one empty line. Other controls, which a terminal would obey, are
 * shown as U+FFFD.
 */
export function wrap(text: string, width: number): readonly string[] {
  const shown = text.replace(/[^\P{Cc}\t\n]/gu, '\uFFFD');
  return shown.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((each) => pieces(each, width))) {
    if (line === '') line = word;
    else if (length(line) + 1 + length(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word in pieces that fit: after its hyphens and strokes where it has them. */
function pieces(word: string, width: number): readonly string[] {
  if (length(word) <= width) return [word];
  const characters = [...word];
  const head = characters.slice(0, width).join('');
  const at = Math.max(head.lastIndexOf('-'), head.lastIndexOf('/')) + 1;
  const cut = at > 0 ? head.slice(0, at) : head;
  return [cut, ...pieces(word.slice(cut.length), width)];
}

/** How many places a text takes in a line. */
export function length(text: string): number {
  return [...text].length;
}

/** Wrapped text with the same space before each line. */
export function indented(text: string, width: number, indent: number): readonly string[] {
  return wrap(text, width - indent).map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`));
}

/** Wrapped text as one point of a list: two blanks and a hyphen before the first line, as much space before the others. */
export function bulleted(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);
}
