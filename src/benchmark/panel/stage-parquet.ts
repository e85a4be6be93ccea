import { closeSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { firstFindings } from './finding-list.ts';
import { hashed } from './hashed.ts';
import { namedColumns } from './header-findings.ts';
import type { RegularFile } from './regular-file.ts';
import type { StagedFile } from './staged-file.ts';
import { visibleText } from './visible-text.ts';

const plainType =
  /^(VARCHAR|BOOLEAN|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|DOUBLE|FLOAT|DECIMAL\(\d+,\d+\)|ENUM\(.*\))$/s;

/**
 * Copies a Parquet file to another, which DuckDB may read. Rows are counted from 1.
 * @param to the file to be written; it is not there yet
 * @throws Problem FILE_DAMAGED
 */
export async function stageParquet(file: RegularFile, to: string, database: Database): Promise<StagedFile> {
  const bytes = hashed(file.chunks());
  const handle = openSync(to, 'wx', 0o600);
  try {
    for (const chunk of bytes.chunks)
      for (let done = 0; done < chunk.length; ) done += writeSync(handle, chunk, done);
  } finally {
    closeSync(handle);
  }
  const source = `read_parquet(${textLiteral(to)}, file_row_number = true, hive_partitioning = false)`;
  const described = await understood(
    file.name,
    database,
    `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`,
  );
  const written = described.map(({ column_name }) => String(column_name));
  const { columns, findings } = namedColumns(file.name, 0, written);
  const read = columns.flatMap((column, index) => {
    const from = written[index];
    return column === null || from === undefined ? [] : [{ column, from }];
  });
  const all: readonly Diagnostic[] = [
    ...findings.map(({ line: _, ...finding }) => finding),
    ...described.flatMap(({ column_name, column_type }, index) =>
      columns[index] === null || plainType.test(String(column_type))
        ? []
        : [
            diagnose('panel/column-type', {
              file: basename(file.name),
              place: `column ${visibleText(String(column_name))}`,
              seen: visibleText(String(column_type)),
              allowed: 'text, whole numbers, yes and no',
              repair: 'Write the column as text, in the form that a CSV file would have.',
            }),
          ],
    ),
  ];
  const staged = {
    name: file.name,
    sha256: bytes.sha256(),
    columns: read.map(({ column }) => column),
    ...firstFindings(all),
  };
  if (all.length > 0) return { ...staged, rows: 0, query: '' };
  const clean = `${to}.rows`;
  // Every value is read here, so that a damaged page is found while one knows whose it is.
  await understood(
    file.name,
    database,
    `COPY (SELECT (file_row_number + 1)::INTEGER AS row${read
      .map(({ column, from }) => `, "${from.replaceAll('"', '""')}"::VARCHAR AS ${column}`)
      .join('')} FROM ${source}) TO ${textLiteral(clean)} (FORMAT parquet)`,
  );
  const query = `SELECT * FROM read_parquet(${textLiteral(clean)})`;
  const [count] = await database.rows(`SELECT count(*) AS rows FROM (${query})`);
  return { ...staged, rows: Number(count?.['rows'] ?? 0), query };
}

async function understood(name: string, database: Database, sql: string) {
  try {
    return await database.rows(sql);
  } catch (cause) {
    throw new Problem(
      'FILE_DAMAGED',
      { file: name, seen: 'Parquet that cannot be read', repair: 'Write the file again, or give it as CSV.' },
      { cause },
    );
  }
}
