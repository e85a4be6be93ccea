import {
  type DocumentCell,
  type DocumentPart,
  documentLimits,
  type FormatFinding,
  type ParsedDocument,
} from './document-table.ts';
import { docxHeadings } from './docx-headings.ts';
import { FileFault } from './file-fault.ts';
import { packageDescription } from './package-property.ts';
import { type XmlElement, xmlEvents } from './xml-events.ts';

interface OpenCell {
  readonly column: number;
  span: number;
  merged: boolean;
  text: string;
}

interface OpenTable {
  readonly name: string;
  readonly rows: (readonly DocumentCell[])[];
  row: DocumentCell[];
  rowDeleted: boolean;
  cell: OpenCell | null;
}

/** Elements whose content is not the text of the document, with what is said of those that might hold some. */
const skipped: ReadonlyMap<string, string> = new Map([
  ['drawing', ''],
  ['pict', ''],
  ['Fallback', ''],
  ['object', 'an embedded object'],
  ['del', ''],
  ['moveFrom', ''],
  ['sectPr', ''],
  ['rPrChange', ''],
  ['pPrChange', ''],
  ['tblPrChange', ''],
]);

/**
 * The tables, headings and paragraphs of a Word document. Tracked changes are taken as accepted; text boxes, headers,
 * footers, notes and embedded objects are not read. A table inside a cell is text of that cell.
 * @throws FileFault FILE_DAMAGED, FILE_TOO_LARGE
 */
export function docxParts(files: ReadonlyMap<string, Uint8Array>, main: string): ParsedDocument {
  const bytes = files.get(main);
  if (bytes === undefined) throw new FileFault('FILE_DAMAGED', 'no text part', { place: main });
  const headings = docxHeadings(files);
  const parts: DocumentPart[] = [];
  const path: string[] = [];
  const found = new Map<string, FormatFinding>();
  let skipFrom = 0;
  let tables = 0;
  let nested = 0;
  let cells = 0;
  let paragraphs = 0;
  let table: OpenTable | null = null;
  let text = '';
  let level = 0;
  let joined = false;
  let placeholder = false;

  const place = () =>
    table === null ? `paragraph ${paragraphs + 1}` : `${table.name}, row ${table.rows.length + 1}`;
  const note = (code: FormatFinding['code'], seen: string) => {
    const key = `${code} ${seen}`;
    if (!found.has(key)) found.set(key, { code, place: place(), seen });
  };
  const pushCell = (one: OpenTable, content: string) => {
    cells += 1;
    if (cells > documentLimits.cells || one.row.length >= documentLimits.columns) throw tooMany();
    const address = `${one.name}, row ${one.rows.length + 1}, column ${one.row.length + 1}`;
    one.row.push({ text: content, address });
  };
  const widen = (one: OpenTable, value: string | undefined) => {
    const count = Math.min(Number(value ?? 0) || 0, documentLimits.columns);
    for (let index = 0; index < count; index++) pushCell(one, '');
  };

  const open = ({ name, attributes }: XmlElement) => {
    const parent = path.at(-1) ?? '';
    path.push(name);
    if (skipFrom > 0) {
      if (name === 'txbxContent') note('document/not-followed', 'a text box');
      return;
    }
    if (name === 'del' && parent === 'trPr' && table !== null) table.rowDeleted = true;
    if (name === 'del' && parent === 'rPr' && path.at(-3) === 'pPr') joined = true;
    if (['del', 'ins', 'moveFrom', 'moveTo'].includes(name))
      note('document/tracked-changes', 'tracked changes');
    if (skipped.has(name)) {
      const said = skipped.get(name) ?? '';
      if (said !== '') note('document/not-followed', said);
      skipFrom = path.length;
    } else if (name === 'altChunk') note('document/not-followed', 'an embedded document');
    else if (name === 'tbl') {
      if (table === null) {
        tables += 1;
        table = { name: `table ${tables}`, rows: [], row: [], rowDeleted: false, cell: null };
      } else nested += 1;
    } else if (name === 'tc' && table !== null && nested === 0) {
      table.cell = { column: table.row.length, span: 1, merged: false, text: '' };
      text = '';
    } else if (name === 'gridBefore' && table !== null && nested === 0) widen(table, attributes['val']);
    else if (name === 'gridSpan' && table?.cell && nested === 0)
      table.cell.span = Math.max(1, Number(attributes['val'] ?? 1) || 1);
    else if (name === 'vMerge' && table?.cell && nested === 0)
      table.cell.merged = attributes['val'] !== 'restart';
    else if (name === 'p' && !joined) {
      text = '';
      level = 0;
    } else if (name === 'pStyle') level = headings.get(attributes['val'] ?? '') ?? 0;
    else if (name === 'outlineLvl' && parent === 'pPr') level = Number(attributes['val'] ?? 8) + 1;
    else if (name === 'showingPlcHdr') placeholder = true;
    else if (name === 'br' || name === 'cr') text += '\n';
    else if (name === 'tab' && parent !== 'tabs') text += '\t';
    else if (name === 'noBreakHyphen') text += '-';
    if (name === 'p') joined = false;
  };

  const close = (name: string) => {
    path.pop();
    if (skipFrom > 0) {
      if (path.length < skipFrom) skipFrom = 0;
      return;
    }
    if (name === 'sdt') placeholder = false;
    if (name === 'p' && !joined) {
      if (table === null) {
        paragraphs += 1;
        if (text.trim() !== '') parts.push({ heading: text, level, address: `paragraph ${paragraphs}` });
      } else if (table.cell !== null) table.cell.text += `${text}\n`;
      text = '';
    }
    if (table === null) return;
    if (name === 'tbl' && nested > 0) nested -= 1;
    else if (nested > 0) return;
    else if (name === 'tc' && table.cell !== null) {
      const { merged, span, text: content } = table.cell;
      pushCell(table, merged ? '' : content + text);
      text = '';
      joined = false;
      widen(table, String(span - 1));
      table.cell = null;
    } else if (name === 'tr') {
      if (!table.rowDeleted) table.rows.push(table.row);
      if (table.rows.length > documentLimits.rows) throw tooMany();
      table.row = [];
      table.rowDeleted = false;
    } else if (name === 'tbl') {
      parts.push({ name: table.name, rows: table.rows });
      table = null;
    }
  };

  xmlEvents(bytes, main, {
    open,
    close,
    text: (piece) => {
      if (skipFrom === 0 && path.at(-1) === 't' && !placeholder) text += piece;
    },
  });
  return { parts, description: packageDescription(files), findings: [...found.values()] };
}

function tooMany(): FileFault {
  return new FileFault('FILE_TOO_LARGE', 'larger tables', {
    allowed: `at most ${documentLimits.rows} rows in a table, ${documentLimits.columns} columns, and ${documentLimits.cells} cells in all`,
  });
}
