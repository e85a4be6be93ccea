import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { CaseColumn } from '../src/engine/sql/case-columns.ts';
import type { PackSql } from '../src/engine/sql/compile-pack-sql.ts';
import type { DrawnCase } from './drawn-cases.ts';

/** A database in memory, with what it may use. */
export async function database(limits: Readonly<Record<string, string>> = {}): Promise<DuckDBConnection> {
  const closed = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };
  const instance = await DuckDBInstance.create(':memory:', { ...closed, ...limits });
  return instance.connect();
}

/** Makes the table of cases and fills it with drawn cases, numbered from 0. */
export async function fillTable(
  connection: DuckDBConnection,
  { table, columns, createTable }: PackSql,
  cases: readonly DrawnCase[],
): Promise<void> {
  await connection.run(createTable);
  const appender = await connection.createAppender(table);
  for (const [index, each] of cases.entries()) {
    for (const { fact, holds, type } of columns) {
      const value = fact === null ? index : valueOf(each, fact, holds);
      if (type === 'INTEGER') appender.appendInteger(Number(value));
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** A query for the cases of a table many times over, each time with numbers of their own. */
export function manyTimes({ table, columns }: PackSql, times: number, cases: number): string {
  const others = columns.slice(1).map(({ name }) => name);
  return `SELECT (case_id + time * ${cases})::INTEGER AS case_id, ${others.join(', ')} FROM ${table}, range(${times}) AS times(time)`;
}

function valueOf(
  { facts, levels }: DrawnCase,
  fact: string,
  holds: CaseColumn['holds'],
): string | number | undefined {
  if (holds === 'value') return facts[fact];
  const of = levels[fact] ?? Number.NaN;
  const overtaken = facts[fact] !== 'none' && of < Number(facts['achieved']);
  const belongs = overtaken === (holds === 'overtakenStrength' || holds === 'overtakenLevel');
  if (holds === 'level' || holds === 'overtakenLevel') return belongs ? of : levels['top'];
  return belongs ? facts[fact] : 'none';
}
