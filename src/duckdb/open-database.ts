import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { Problem } from '../kernel/problem.ts';
import type { Cell, Database } from './database.ts';
import { textLiteral } from './text-literal.ts';

/** What a database may use. */
export interface DatabaseOptions {
  /**
   * The folder for what does not fit into memory, such as one in the workspace; its files may be read and written, as
   * Parquet or CSV. Null: no file is touched.
   */
  readonly folder: string | null;
  /** Further folders to read from; DuckDB does not tell reading from writing. */
  readonly reads?: readonly string[];
  /** As DuckDB writes it: `1500MB`; four fifths of the machine's unless said. */
  readonly memoryLimit?: string;
  /** As many as the machine has processors unless said. */
  readonly threads?: number;
  /** Whether rows keep the order of their file or table; `false` takes less memory over many rows. */
  readonly keepOrder?: boolean;
}

/**
 * Opens a DuckDB database in memory. It loads DuckDB when it is called, not before. No extension is installed or
 * loaded, no file outside the named folders is reached, and no query can change any of that.
 * @throws Problem DUCKDB_MISSING where its program for this machine is not there or cannot be loaded
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { folder, reads = [], memoryLimit, threads, keepOrder = true } = options;
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    preserve_insertion_order: String(keepOrder),
    temp_directory: folder ?? '',
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  const folders = [...(folder === null ? [] : [folder]), ...reads];
  for (const setting of [
    `allowed_directories = [${folders.map(textLiteral).join(', ')}]`,
    'enable_external_access = false',
    'lock_configuration = true',
  ])
    await connection.run(`SET ${setting}`);
  let open = true;
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) =>
      (await connection.runAndReadAll(sql))
        .getRowObjects()
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(name, value)])),
        ),
    fill: (...given) => fill(connection, ...given),
    close: () => {
      if (!open) return;
      open = false;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadDuckDb() {
  try {
    return await import('@duckdb/node-api');
  } catch (thrown) {
    const [why = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    throw new Problem(
      'DUCKDB_MISSING',
      {
        seen: `${process.platform} on ${process.arch}: ${why.replace(/[.\s]+$/, '')}`,
        allowed: 'Linux, macOS and Windows, on x64 and arm64',
        repair: 'Install again without leaving out optional packages, as npm ci does.',
      },
      { cause: thrown },
    );
  }
}

const fill = async (
  connection: DuckDBConnection,
  ...[table, types, rows]: Parameters<Database['fill']>
): Promise<void> => {
  const appender = await connection.createAppender(table);
  try {
    for (const row of rows) {
      for (const [index, type] of types.entries()) {
        const value = row[index];
        if (type === 'INTEGER') appender.appendInteger(Number(value));
        else appender.appendVarchar(String(value));
      }
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
};

function cellOf(column: string, value: DuckDBValue): Cell {
  if (typeof value === 'bigint') {
    if (!Number.isSafeInteger(Number(value)))
      throw new Error(`${column} holds ${value}, which is beyond 53 bits: cast it to text or to DOUBLE`);
    return Number(value);
  }
  if (value === null || typeof value !== 'object') return value;
  throw new Error(`${column} holds ${value}: cast it to text or to a number`);
}
