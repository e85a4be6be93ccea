import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

import type { CaseRow } from '../../../src/engine/sql/case-rows.ts';
import type { PackSql } from '../../../src/engine/sql/compile-pack-sql.ts';

/** A row as DuckDB gives it, by column. */
export type Row = Readonly<Record<string, DuckDBValue>>;

/** Lends a database in memory that reaches no network, and closes it. */
export async function withDuckDb<Result>(
  use: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Makes a pack's table of cases, in place of one that is there, and fills it. */
export async function fillCases(
  connection: DuckDBConnection,
  { table, columns, createTable }: PackSql,
  rows: readonly CaseRow[],
): Promise<void> {
  await connection.run(`DROP TABLE IF EXISTS ${table}`);
  await connection.run(createTable);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const [index, { type }] of columns.entries()) {
      const value = row[index];
      if (type === 'INTEGER') appender.appendInteger(Number(value));
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** What DuckDB answers. */
export async function answers(connection: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjects();
}
