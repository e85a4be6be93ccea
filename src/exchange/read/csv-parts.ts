import { CsvError, parse } from 'csv-parse/sync';
import { type DocumentCell, documentLimits, type ParsedDocument } from './document-table.ts';
import { FileFault } from './file-fault.ts';

/**
 * The one table of a CSV text. The separator is the comma, semicolon or tab that its first line has most of, or the
 * one that a line "sep=" names. Where a cell begins with apostrophes before = + - @, one of them is taken away: it was
 * put there so that no program takes the cell for a formula.
 * @throws FileFault FILE_DAMAGED, FILE_TOO_LARGE
 */
export function csvParts(text: string): ParsedDocument {
  const named = /^sep=(.)\r?\n/.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const before = named === null ? 0 : 1;
  const rows: (readonly DocumentCell[])[] = [];
  let cells = 0;
  for (const record of records(body, named?.[1] ?? separator(body))) {
    cells += record.length;
    if (cells > documentLimits.cells || record.length > documentLimits.columns) throw tooLarge();
    const row = rows.length + 1 + before;
    rows.push(
      record.map((cell, index) => ({
        text: cell.replace(/^'(?='*[=+\-@\t\r])/, ''),
        address: `row ${row}, column ${index + 1}`,
      })),
    );
  }
  return { parts: [{ name: 'the table', rows }], description: '', findings: [] };
}

function records(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    const read = parse(text, {
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: false,
      recordDelimiter: ['\r\n', '\n', '\r'],
      to: documentLimits.rows + 1,
    });
    if (read.length > documentLimits.rows) throw tooLarge();
    return read;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = 'lines' in cause && typeof cause.lines === 'number' ? `line ${cause.lines}` : '';
    throw new FileFault('FILE_DAMAGED', cause.message.slice(0, 200), { place: line });
  }
}

function separator(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .replace(/"[^"]*"/g, '')
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => [mark, first.split(mark).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function tooLarge(): FileFault {
  return new FileFault('FILE_TOO_LARGE', 'a larger table', {
    allowed: `at most ${documentLimits.rows} rows, ${documentLimits.columns} columns and ${documentLimits.cells} cells`,
  });
}
