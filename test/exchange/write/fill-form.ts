import { unzipSync, zipSync } from 'fflate';

/** What somebody writes into one row of a form. */
export interface Filled {
  readonly score: string;
  readonly text: string;
}

/** A form of a first year with what somebody wrote into it, row by row; a row that is not named stays as it is. */
export function fillForm(
  form: Uint8Array,
  format: 'xlsx' | 'docx',
  rows: ReadonlyMap<number, Filled>,
): Uint8Array {
  const files = unzipSync(form);
  const part = format === 'xlsx' ? 'xl/worksheets/sheet2.xml' : 'word/document.xml';
  const before = new TextDecoder().decode(files[part]);
  const after = format === 'xlsx' ? fillSheet(before, rows) : fillTables(before, rows);
  return zipSync({ ...files, [part]: new TextEncoder().encode(after) });
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Objectives follow each other from the second row on; scores stand in column E, comments in column F. */
function fillSheet(sheet: string, rows: ReadonlyMap<number, Filled>): string {
  return sheet.replace(/<c r="([EF])(\d+)"( s="\d+")\/>/g, (cell, column: string, row: string, style) => {
    const filled = rows.get(Number(row) - 1);
    const written = column === 'E' ? filled?.score : filled?.text;
    if (written === undefined || written === '') return cell;
    const text = `<t xml:space="preserve">${escaped(written)}</t>`;
    return `<c r="${column}${row}"${style} t="inlineStr"><is>${text}</is></c>`;
  });
}

/** The last two cells of each row are its score and its comment. */
function fillTables(document: string, rows: ReadonlyMap<number, Filled>): string {
  return document.replace(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs, (row) => {
    const cells = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    const [number, score, text] = [cells[0], cells.at(-2), cells.at(-1)];
    const filled = rows.get(Number(number?.replace(/<[^>]*>/g, '')));
    if (filled === undefined || score === undefined || text === undefined) return row;
    const lead = row.slice(0, row.lastIndexOf(score + text));
    return `${lead}${withText(score, filled.score)}${withText(text, filled.text)}</w:tr>`;
  });
}

function withText(cell: string, written: string): string {
  const paragraphs = written.split('\n').map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`);
  const properties = /<w:tcPr>.*?<\/w:tcPr>/s.exec(cell)?.[0] ?? '';
  return `<w:tc>${properties}${paragraphs.join('')}</w:tc>`;
}
