import { zipSync } from 'fflate';
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import {
  type DocumentCell,
  type DocumentTable,
  documentLimits,
  type FormatFinding,
  type ParsedDocument,
} from './document-table.ts';
import { FileFault } from './file-fault.ts';
import { packageDescription } from './package-property.ts';
import { xlsxExtent } from './xlsx-extent.ts';
import { xmlEvents } from './xml-events.ts';

/**
 * The sheets of a workbook as tables. A formula counts as the value that was kept with it, and is never worked out;
 * hidden sheets and other workbooks are not read.
 * @throws FileFault FILE_DAMAGED, FILE_TOO_LARGE
 */
export async function xlsxParts(files: ReadonlyMap<string, Uint8Array>): Promise<ParsedDocument> {
  const findings: FormatFinding[] = [];
  let cells = 0;
  const plain: Record<string, Uint8Array> = {};
  for (const [name, bytes] of files) {
    if (name.startsWith('xl/externalLinks/externalLink'))
      findings.push({ code: 'document/not-followed', place: name, seen: 'a link to another workbook' });
    if (name.startsWith('xl/embeddings/'))
      findings.push({ code: 'document/not-followed', place: name, seen: 'an embedded object' });
    if (!isRead(name)) continue;
    if (name.startsWith('xl/worksheets/')) cells += xlsxExtent(bytes, name);
    else xmlEvents(bytes, name, { open: () => {}, close: () => {}, text: () => {} });
    if (cells > documentLimits.cells)
      throw new FileFault('FILE_TOO_LARGE', `${cells} cells`, { allowed: `${documentLimits.cells} cells` });
    plain[name] = bytes;
  }
  const sheets = await readSheets(plain);
  const parts: DocumentTable[] = [];
  for (const sheet of sheets) {
    if (sheet.hidden === true || sheet.veryHidden === true) {
      findings.push({ code: 'document/sheet-hidden', place: sheet.name, seen: 'a hidden sheet' });
    } else {
      parts.push({ name: sheet.name, rows: rowsOf(sheet) });
      findings.push(...formulas(sheet));
    }
  }
  return { parts, description: packageDescription(files), findings };
}

/** All cells that a sheet may hold; a format without text may stand beyond, and is not looked at. */
const readRange = `A1:ALL${documentLimits.rows}`;

/** What a table needs; drawings, comments, links and caches are not looked at. */
function isRead(name: string): boolean {
  return (
    name === '[Content_Types].xml' ||
    name === '_rels/.rels' ||
    /^xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)$/.test(name) ||
    /^xl\/worksheets\/[^/]+\.xml$/.test(name)
  );
}

async function readSheets(files: Record<string, Uint8Array>): Promise<readonly Sheet[]> {
  try {
    return (await readXlsx(zipSync(files, { level: 0 }), { readStyles: false, range: readRange })).sheets;
  } catch (cause) {
    const seen = cause instanceof Error ? cause.message : String(cause);
    throw new FileFault('FILE_DAMAGED', seen.slice(0, 200));
  }
}

function rowsOf({ name, rows, cells, merges }: Sheet): readonly (readonly DocumentCell[])[] {
  const covered = coveredCells(merges ?? []);
  return rows
    .slice(0, documentLimits.rows)
    .map((row, rowIndex) =>
      row
        .slice(0, documentLimits.columns)
        .map((value, columnIndex) =>
          cellOf(
            covered(rowIndex, columnIndex) ? null : value,
            cells?.get(`${rowIndex},${columnIndex}`),
            address(name, rowIndex, columnIndex),
          ),
        ),
    );
}

/** Whether a cell is under a merged one, and not its first: what a file may keep there is not seen by its user. */
function coveredCells(merges: NonNullable<Sheet['merges']>): (row: number, column: number) => boolean {
  if (merges.length === 0) return () => false;
  const covers = merges.map(
    ({ startRow, endRow, startCol, endCol }) =>
      (row: number, column: number) =>
        row >= startRow &&
        row <= endRow &&
        column >= startCol &&
        column <= endCol &&
        (row !== startRow || column !== startCol),
  );
  return (row, column) => covers.some((each) => each(row, column));
}

function cellOf(value: CellValue, cell: Cell | undefined, at: string): DocumentCell {
  if (cell?.type === 'error') return { text: '', address: at };
  if (value instanceof Date) {
    const date = { day: value.getUTCDate(), month: value.getUTCMonth() + 1 };
    return { text: value.toISOString().slice(0, 10), address: at, date };
  }
  return { text: value === null || value === undefined ? '' : String(value), address: at };
}

/** Where formulas stand, and where one has no value to take: one finding each for a sheet. */
function formulas({ name, cells }: Sheet): readonly FormatFinding[] {
  const [taken, empty]: [string[], string[]] = [[], []];
  for (const [key, { type, formula, formulaResult }] of cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (type === 'error') empty.push(address(name, row, column));
    else if (formula !== undefined)
      (formulaResult === null || formulaResult === undefined || isError(formulaResult) ? empty : taken).push(
        address(name, row, column),
      );
  }
  return [
    ...(taken.length === 0 ? [] : [finding('document/formula', taken)]),
    ...(empty.length === 0 ? [] : [finding('document/formula-empty', empty)]),
  ];
}

function isError(value: CellValue): boolean {
  return typeof value === 'string' && /^#(?:REF|NAME|VALUE|DIV\/0|NULL|NUM|N\/A)[!?]?$/.test(value);
}

function finding(code: FormatFinding['code'], places: readonly string[]): FormatFinding {
  const shown = places.slice(0, 5).join(', ');
  const more = places.length > 5 ? ` and ${places.length - 5} more` : '';
  return {
    code,
    place: `${shown}${more}`,
    seen: `${places.length} ${places.length === 1 ? 'formula' : 'formulas'}`,
  };
}

function address(sheet: string, row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${sheet}!${letters}${row + 1}`;
}
