import { strFromU8, strToU8, unzipSync } from 'fflate';
import {
  type Cell,
  type CellStyle,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { dayWords } from '../../model/day-words.ts';
import { zippedPackage } from './zipped-package.ts';

/** A column of a sheet. */
export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  /** `score`: text that no program takes for a number or a date. */
  readonly kind?: 'text' | 'score';
}

/** A sheet with a row of headings. */
export interface WorkbookSheet {
  /** One word: what is printed on every page refers to it without quotes. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** The first row has the headings. */
  readonly rows: readonly (readonly string[])[];
  /** How many columns stay in view on the left. */
  readonly frozen?: number;
  /** Rows can be chosen by what stands in a column. */
  readonly filter?: boolean;
  /** Cells to be filled in, by row and column from 0. */
  readonly choices?: readonly SheetChoice[];
}

/** A cell that offers what stands in the cells of a column of another sheet, below its heading. */
export interface SheetChoice {
  readonly row: number;
  readonly column: number;
  readonly from: { readonly sheet: string; readonly column: number; readonly count: number };
  /** Shown when the cell is chosen: up to 32 and 255 characters. */
  readonly title: string;
  readonly message: string;
  /** Shown when the cell is pointed at. */
  readonly note: string;
}

/** A workbook of tables of text. */
export interface Workbook {
  readonly title: string;
  readonly description: string;
  /** The day on which it was made, as `2026-01-02`. */
  readonly made: string;
  readonly sheets: readonly WorkbookSheet[];
}

/**
 * A workbook as the bytes of an Excel file (XLSX): every cell is text, none a formula; headings stay in view and are
 * printed on every page, A4 landscape. The same workbook gives the same bytes: its date is its own day.
 */
export async function workbookBytes({ title, description, made, sheets }: Workbook): Promise<Uint8Array> {
  const day = new Date(`${made}T00:00:00Z`);
  const author = { creator: 'Headroom', lastModifiedBy: 'Headroom', created: day, modified: day };
  const bytes = await writeXlsx({
    properties: { title, description, ...author },
    defaultFont: font,
    sheets: sheets.map((sheet) => writeSheet(sheet, `${title}. Made on ${dayWords(made)}.`)),
  });
  const files = unzipSync(bytes);
  return zippedPackage(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, settled(name, content)])),
  );
}

const font = { name: 'Arial', size: 10 };
const line = { style: 'thin' as const, color: { rgb: 'B1B4B6' } };
const border = { top: line, bottom: line, left: line, right: line };
const body: CellStyle = { font, border, alignment: { vertical: 'top', wrapText: true } };
const score: CellStyle = {
  ...body,
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'top', wrapText: true },
};
const head: CellStyle = {
  ...body,
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '12436D' } },
};

function writeSheet(sheet: WorkbookSheet, footer: string): WriteSheet {
  const { name, columns, rows, frozen = 0, filter = false, choices = [] } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, texts] of rows.entries())
    for (const column of columns.keys())
      cells.set(`${row},${column}`, {
        value: valueOf(texts[column]),
        style: row === 0 ? head : columns[column]?.kind === 'score' ? score : body,
      });
  for (const { row, column, note } of choices) {
    const key = `${row},${column}`;
    cells.set(key, { ...cells.get(key), comment: { author: 'Headroom', text: note } });
  }
  const last = `${colToLetter(columns.length - 1)}${rows.length}`;
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: rows.map((texts) => columns.map((_, at) => valueOf(texts[at]))),
    cells,
    freezePane: { rows: 1, ...(frozen === 0 ? {} : { columns: frozen }) },
    ...(filter ? { autoFilter: { range: `A1:${last}` } } : {}),
    dataValidations: choices.map(validation),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${footer.replaceAll('&', '&&')}&RPage &P of &N` },
  };
}

function validation({ row, column, from, title, message }: SheetChoice): DataValidation {
  const letter = colToLetter(from.column);
  return {
    type: 'list',
    formula1: `'${from.sheet}'!$${letter}$2:$${letter}$${from.count + 1}`,
    range: `${colToLetter(column)}${row + 1}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: title.slice(0, 32),
    inputMessage: message.slice(0, 255),
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Not one of the levels',
    errorMessage: 'Choose from the list, or leave the cell empty.',
  };
}

/**
 * A cell's text, null for an empty cell. `_x000D_` and its like, which a spreadsheet takes for characters, stay what they
 * are; so does "#REF!" and its like, which the library takes for a mistake in a formula.
 */
function valueOf(text = ''): string | null {
  if (text === '') return null;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/^#(?=[A-Z/0_]+[!?]?$)/, '_x0023_');
}

/** A file of the package with what the library cannot say: numbers kept as text are meant so. */
function settled(name: string, content: Uint8Array): Uint8Array {
  if (name === 'docProps/app.xml')
    return strToU8(strFromU8(content).replace('<Application>hucre<', '<Application>Headroom<'));
  if (!name.startsWith('xl/worksheets/sheet')) return content;
  const xml = strFromU8(content);
  const range = /<dimension ref="([A-Z0-9:]+)"/.exec(xml)?.[1] ?? 'A1';
  const meant = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  return strToU8(xml.replace(/(?=<drawing |<legacyDrawing |<tableParts|<extLst|<\/worksheet>)/, meant));
}
