import { closeSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { cleanRows, type FormFaultAt, longestRow } from './clean-rows.ts';
import { firstFindings } from './finding-list.ts';
import { hashed } from './hashed.ts';
import { namedColumns } from './header-findings.ts';
import { mostFindings } from './most-findings.ts';
import type { PanelColumn } from './panel-columns.ts';
import { readHeader } from './read-header.ts';
import type { RegularFile } from './regular-file.ts';
import type { StagedFile } from './staged-file.ts';
import { asUtf8, type TextForm, textForm } from './text-form.ts';

const longestHeader = 64 * 1024;

/**
 * Copies the rows of a CSV file, as UTF-8 and without quotes, to another; memory does not depend on its size. The
 * separator is a comma, semicolon, tab or bar; the encoding UTF-8, UTF-16 with its mark, or Windows-1252.
 * @param to the file to be written; it is not there yet
 * @throws Problem FILE_EMPTY, FILE_NOT_TEXT
 */
export function stageCsv(file: RegularFile, to: string): StagedFile {
  const form = textForm(withoutZeros(file));
  const header = readHeader(beginning(file, form));
  if (header === null)
    throw new Problem('FILE_EMPTY', { file: file.name, repair: 'Give a file with a header and rows.' });
  const { columns, findings: named } = namedColumns(file.name, header.row, header.cells);
  const first = firstFindings([...encodingFindings(file.name, form), ...named]);
  const found = [...first.findings];
  const counts: Record<string, number> = { ...first.counts };
  const bytes = hashed(file.chunks());
  const handle = openSync(to, 'wx', 0o600);
  let rows: number;
  try {
    rows = cleanRows(asUtf8(bytes.chunks, form), {
      separator: header.separator,
      kept: columns.map((column) => column !== null),
      after: header.row,
      write: (piece) => writeAll(handle, piece),
      fault: (fault) => {
        const finding = formFinding(file.name, fault, columns.length);
        const count = (counts[finding.code] ?? 0) + 1;
        counts[finding.code] = count;
        if (count <= mostFindings) found.push(finding);
      },
    });
  } finally {
    closeSync(handle);
  }
  const kept = columns.filter((column) => column !== null);
  return {
    name: file.name,
    sha256: bytes.sha256(),
    query: readQuery(to, kept),
    columns: kept,
    rows,
    findings: found,
    counts,
  };
}

function* withoutZeros(file: RegularFile): Generator<Buffer> {
  let wide: boolean | null = null;
  for (const chunk of file.chunks()) {
    wide ??= (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
    if (!wide && chunk.includes(0))
      throw new Problem('FILE_NOT_TEXT', {
        file: file.name,
        seen: 'a byte that no text has',
        allowed: 'CSV as UTF-8, Windows-1252, or UTF-16 with its mark; or Parquet',
        repair: 'Save the table as CSV (UTF-8) and give that file.',
      });
    yield chunk;
  }
}

function beginning(file: RegularFile, form: TextForm): string {
  const pieces: Buffer[] = [];
  let length = 0;
  for (const piece of asUtf8(file.chunks(), form)) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length >= longestHeader) break;
  }
  return Buffer.concat(pieces).toString('utf8').slice(0, longestHeader);
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

function readQuery(file: string, columns: readonly PanelColumn[]): string {
  const types = ["'row': 'INTEGER'", ...columns.map((column) => `'${column}': 'VARCHAR'`)].join(', ');
  // As exports write it: text that a spreadsheet would run has one apostrophe more.
  const unguarded = columns.includes('organisation')
    ? ` REPLACE (regexp_replace(organisation, '^\\s*''(''*[=+\\-@])', '\\1') AS organisation)`
    : '';
  return `SELECT *${unguarded} FROM read_csv(${textLiteral(file)}, delim = '\t', quote = '', escape = '', header = false,
    auto_detect = false, new_line = '\\n', columns = {${types}})`;
}

function encodingFindings(name: string, { encoding }: TextForm): readonly Diagnostic[] {
  if (encoding !== 'windows-1252') return [];
  return [
    diagnose('document/encoding', {
      file: basename(name),
      place: '',
      seen: 'Windows-1252',
      allowed: 'UTF-8',
      repair: 'Look at names with accents; if they are wrong, save the table as CSV (UTF-8).',
    }),
  ];
}

function formFinding(name: string, { fault, row, cells }: FormFaultAt, width: number): Diagnostic {
  const at = { file: basename(name), line: row, place: '' };
  if (fault === 'width')
    return diagnose('panel/row-width', {
      ...at,
      seen: `${cells} cells`,
      allowed: `${width}, as in the header`,
      repair: 'Put quotes around a cell that holds the separator, and keep every column.',
    });
  if (fault === 'too-long')
    return diagnose('panel/row-too-long', {
      ...at,
      seen: `more than ${longestRow} bytes`,
      allowed: `at most ${longestRow} bytes`,
      repair: 'Look for a quote that is never closed above it, or text that does not belong there.',
    });
  return diagnose('panel/quote-open', {
    ...at,
    seen: 'a quote that is never closed',
    allowed: 'a quote at both ends of a cell',
    repair: 'Close the quote in this row, or take it away.',
  });
}
