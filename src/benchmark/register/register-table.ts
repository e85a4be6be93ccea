import { createHash } from 'node:crypto';
import { csvParts } from '../../exchange/read/csv-parts.ts';
import { decodeDocument } from '../../exchange/read/decode-document.ts';
import { FileFault, faultProblem } from '../../exchange/read/file-fault.ts';
import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { readBytes } from '../../kernel/text-file.ts';

/** A row of a published list. */
export interface RegisterRow {
  /** `row 7`, counted from the headings as 1. */
  readonly place: string;
  /** The cells, without space around them, one for each heading. */
  readonly cells: readonly string[];
}

/** A published list, before its headings are understood. */
export interface RegisterTable {
  /** As the user named it. */
  readonly file: string;
  readonly sha256: string;
  readonly headings: readonly string[];
  /** Rows with as many cells as there are headings; rows without any text are left out. */
  readonly rows: readonly RegisterRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A list as CSV, by comma, semicolon or tab, in UTF-8 or Windows-1252. A row with more or fewer cells than there are
 * headings is a finding.
 * @throws Problem FILE_MISSING, FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TEXT, FILE_DAMAGED
 */
export function readRegisterTable(file: string): RegisterTable {
  const bytes = bytesOf(file);
  const { records, encoding } = recordsOf(bytes, file);
  const [first, ...rest] = records;
  const headings = (first?.cells ?? []).map((heading) => heading.trim());
  if (rest.length === 0)
    throw new Problem('FILE_EMPTY', {
      file,
      seen: 'no row below the headings',
      repair: 'Give the whole list, as it was published.',
    });
  const whole = (row: RegisterRow) => row.cells.length === headings.length;
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    headings,
    rows: rest.filter(whole),
    diagnostics: [
      ...encoding.map((seen) =>
        diagnose('document/encoding', {
          file,
          place: 'the whole file',
          seen,
          allowed: 'UTF-8',
          repair: 'Check that names with accents are right, or save it as UTF-8.',
        }),
      ),
      ...rest
        .filter((row) => !whole(row))
        .map(({ place, cells }) =>
          diagnose('register/row-broken', {
            file,
            place,
            seen: `${cells.length} cells`,
            allowed: `${headings.length}, one for each heading`,
            repair: 'Take the file anew from where it is published.',
          }),
        ),
    ],
  };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readBytes(file);
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.code !== 'FILE_TOO_LARGE') throw cause;
    const { seen = '', allowed = '' } = cause.detail;
    throw new Problem(
      'FILE_TOO_LARGE',
      { file, seen, allowed, repair: 'Give the list alone, as it was published.' },
      { cause },
    );
  }
}

function recordsOf(bytes: Uint8Array, file: string) {
  try {
    const { text, findings } = decodeDocument(bytes);
    const [table] = csvParts(text).parts;
    const rows = table !== undefined && 'rows' in table ? table.rows : [];
    const records: readonly RegisterRow[] = rows
      .map((cells) => ({
        place: cells[0]?.address.split(',')[0] ?? '',
        cells: cells.map((cell) => cell.text.trim()),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    return { records, encoding: findings.map(({ seen }) => seen) };
  } catch (cause) {
    if (!(cause instanceof FileFault)) throw cause;
    const { detail } = faultProblem(cause, file);
    const repair = 'Save the list as CSV (UTF-8), as it was published, and give that file.';
    throw new Problem(cause.code, { ...detail, repair }, { cause });
  }
}
