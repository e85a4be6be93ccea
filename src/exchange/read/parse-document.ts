import { csvParts } from './csv-parts.ts';
import { decodeDocument } from './decode-document.ts';
import { packageKind } from './document-kind.ts';
import type { ParsedDocument } from './document-table.ts';
import { docxParts } from './docx-parts.ts';
import { unzip } from './unzip.ts';
import { xlsxParts } from './xlsx-parts.ts';

/**
 * A Word document, an Excel workbook or a CSV text as tables and headings.
 * @throws FileFault with what is wrong with the file
 */
export async function parseDocument(
  bytes: Uint8Array,
  kind: 'package' | 'csv',
  name: string,
): Promise<ParsedDocument> {
  if (kind === 'csv') {
    const { text, findings } = decodeDocument(bytes);
    return { ...csvParts(text), findings };
  }
  const files = unzip(bytes);
  const { kind: format, main } = packageKind(files, name);
  return format === 'docx' ? docxParts(files, main) : await xlsxParts(files);
}
