/** One line of a document: its number in the file as received (from 1) and its cells, without white space around them. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A line from its text: cells stand between tabs. */
export function lineOf(number: number, text: string): Line {
  return { number, cells: text.split('\t').map((cell) => cell.trim()) };
}

/** Whether a line has no word. */
export function isBlank(line: Line): boolean {
  return line.cells.every((cell) => cell === '');
}

/** The only text of a line whose other cells are empty or absent and whose first cell holds it; null for any other line. */
export function soleText(line: Line): string | null {
  const [first = '', ...rest] = line.cells;
  return first !== '' && rest.every((cell) => cell === '') ? first : null;
}

/** Pieces of one cell, from several lines, as one text: joined by one space, runs of white space as one space. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

/** Adds a piece to the cell of a key. */
export function addPiece(cells: Map<number, string[]>, key: number, piece: string): void {
  const pieces = cells.get(key);
  if (pieces === undefined) cells.set(key, [piece]);
  else pieces.push(piece);
}
