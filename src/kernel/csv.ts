/** A value of a cell. */
export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180): a header row, comma, CRLF after every row, quotes only where they are needed; null is an empty cell.
 * Text that a spreadsheet would run as a formula gets one leading apostrophe; numbers stay numbers.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Text that no spreadsheet runs: what would begin a formula, also behind apostrophes, gets one apostrophe more, so that taking one away gives the text back. */
export function withoutFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? withoutFormula(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
