import { panelColumns, passedColumn } from './panel-columns.ts';

/** The first row of a CSV file that is not blank. */
export interface Header {
  readonly cells: readonly string[];
  readonly separator: string;
  /** Its row as a spreadsheet counts it, from 1. */
  readonly row: number;
}

const separators = [',', ';', '\t', '|'] as const;
const known: ReadonlySet<string> = new Set([...panelColumns, passedColumn]);

/** How the name of a column is compared: without blanks around it, in small letters, with `_` for blanks and hyphens. */
export function columnKey(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/**
 * The header of a CSV file, cut by the separator that finds the most columns that a panel has, else the most columns.
 * @param text the beginning of the file; a header that is longer is cut where the text ends
 * @returns null where every row is blank
 */
export function readHeader(text: string): Header | null {
  const tried = separators.map((separator) => ({ separator, ...firstRow(text, separator) }));
  const score = ({ cells }: { readonly cells: readonly string[] }) =>
    cells.filter((cell) => known.has(columnKey(cell))).length;
  const [best] = tried.sort((a, b) => score(b) - score(a) || b.cells.length - a.cells.length);
  return best === undefined || best.cells.every((cell) => cell.trim() === '') ? null : best;
}

function firstRow(
  text: string,
  separator: string,
): { readonly cells: readonly string[]; readonly row: number } {
  let cells: string[] = [];
  let cell = '';
  let row = 1;
  let quoted = false;
  let fresh = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && fresh) {
      quoted = true;
      fresh = false;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
      fresh = true;
    } else if (character === '\n' || character === '\r') {
      cells.push(cell);
      if (cells.some((each) => each.trim() !== '')) return { cells, row };
      cells = [];
      cell = '';
      fresh = true;
      row += 1;
      if (character === '\r' && text[at + 1] === '\n') at += 1;
    } else {
      cell += character;
      fresh = false;
    }
  }
  return { cells: [...cells, cell], row };
}
