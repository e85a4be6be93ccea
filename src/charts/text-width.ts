// Advance widths of the printable ASCII characters in thousandths of the font size, as in the metrics that
// Arial, Helvetica, Liberation Sans and Arimo share.
const regular =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584';
const bold =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584';
const tables = { regular: regular.split(' ').map(Number), bold: bold.split(' ').map(Number) };
const others = new Map(
  Object.entries({ '‘': 250, '’': 250, '“': 420, '”': 420, '–': 556, '·': 333, '•': 350 }),
);

/**
 * The width of a line of text in pixels, from the metrics of Arial: the same on every machine, whatever fonts it has.
 * An accented letter is as wide as its base; a character outside the table counts as a full em, never less than it is.
 */
export function textWidth(text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  const table = tables[weight];
  let thousandths = 0;
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, ''))
    thousandths += table[(character.codePointAt(0) ?? 0) - 32] ?? others.get(character) ?? 1000;
  return (thousandths * size) / 1000;
}

/** Text in lines no wider than `width` pixels, broken at spaces; a word that is wider stands on a line alone. Empty text gives no line. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: 'regular' | 'bold' = 'regular',
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
