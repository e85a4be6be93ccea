import type { RegisterRow, RegisterTable } from './register-table.ts';

/** What a row holds under a heading; null where the cell is empty, the table lacks the heading, or the form names none. */
export function columnOf(
  { headings }: RegisterTable,
  heading: string | undefined,
): (row: RegisterRow) => string | null {
  const at = heading === undefined ? -1 : headings.indexOf(heading);
  return ({ cells }) => cells[at] || null;
}
