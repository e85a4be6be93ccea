import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { parseDocument } from '../../../src/exchange/read/parse-document.ts';
import { readTables } from '../../../src/exchange/read/read-tables.ts';
import type { Framework } from '../../../src/model/framework.ts';

/** Four levels, two sections, three objectives. */
export const plots: Framework = {
  id: 'plots',
  name: 'Plots',
  version: '1',
  source: 'invented',
  satisfactory: 2,
  levels: ['Bare', 'Begun', 'Growing', 'Rich'].map((name, at) => ({ level: at + 1, name })),
  sections: [
    { id: 'soil', name: 'Soil', principles: [] },
    { id: 'sharing', name: 'Sharing work', principles: [] },
  ],
  objectives: [
    { number: 1, name: 'Compost', description: 'Heaps', section: 'soil' },
    { number: 2, name: 'Rotation', description: 'Beds', section: 'soil' },
    { number: 3, name: 'Show day', description: 'Visitors', section: 'sharing' },
  ],
};

export type Written = string | number | Date | null;
type Rows = readonly (readonly Written[])[];

export async function xlsx(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`)
    .join('');

export function docxTable(rows: Rows): string {
  const cell = (text: Written) => `<w:tc><w:tcPr/>${paragraphs(String(text ?? ''))}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function docx(body: string): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content);
  return zipSync({
    '[Content_Types].xml': text('<Types/>'),
    'word/styles.xml': text(
      '<w:styles xmlns:w="w"><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>',
    ),
    'word/document.xml': text(
      `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

export function csv(rows: Rows): Uint8Array {
  const cell = (value: Written) => {
    const text = String(value ?? '');
    const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return new TextEncoder().encode(rows.map((row) => row.map(cell).join(',')).join('\r\n'));
}

/** What a file says, read without a thread. */
export async function reading(bytes: Uint8Array, name: string, period?: string, framework = plots) {
  const parsed = await parseDocument(bytes, name.endsWith('.csv') ? 'csv' : 'package', name);
  return readTables(parsed, { framework, organisation: 'elm-road', file: name, period });
}

/** The scores and texts of each period, and the findings without their words. */
export async function summary(bytes: Uint8Array, name: string, period?: string) {
  const { assessments, diagnostics } = await reading(bytes, name, period);
  return {
    rows: assessments.flatMap((assessment) =>
      assessment.rows.map((row) => {
        const score = row.state === 'scored' ? row.score.label : row.state;
        return `${assessment.period} ${row.objective} ${score} ${JSON.stringify(row.text)}`;
      }),
    ),
    findings: diagnostics.map(({ code, place, seen }) => `${code} (${place}) ${seen}`),
  };
}
