import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/duckdb/database.ts';
import { type DatabaseOptions, openDatabase } from '../../src/duckdb/open-database.ts';
import { textLiteral } from '../../src/duckdb/text-literal.ts';

const home = mkdtempSync(join(tmpdir(), 'headroom-duckdb-'));
const folder = join(home, "it's; -- a 'folder'");
const elsewhere = join(home, 'elsewhere');
mkdirSync(folder);
mkdirSync(elsewhere);
writeFileSync(join(elsewhere, 'other.csv'), 'a,b\n1,x\n');
afterAll(() => rmSync(home, { recursive: true }));

const opened: Database[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});
async function open(options: DatabaseOptions): Promise<Database> {
  const database = await openDatabase({ threads: 1, ...options });
  opened.push(database);
  return database;
}

describe('a database', () => {
  it('answers with numbers, words, truths and nulls', async () => {
    const database = await open({ folder: null });
    await database.run('CREATE TABLE things (n INTEGER NOT NULL, name VARCHAR NOT NULL)');
    await database.fill(
      'things',
      ['INTEGER', 'VARCHAR'],
      [
        [1, "it's"],
        [-2, 'café 🌱'],
      ],
    );
    expect(await database.rows('SELECT n, name, n > 0 AS up, NULL AS none FROM things ORDER BY n')).toEqual([
      { n: -2, name: 'café 🌱', up: false, none: null },
      { n: 1, name: "it's", up: true, none: null },
    ]);
    expect(await database.rows('SELECT count(*) AS n, avg(n) AS mean FROM things')).toEqual([
      { n: 2, mean: -0.5 },
    ]);
  });

  it('says so rather than round a number or make up a word', async () => {
    const database = await open({ folder: null });
    await expect(database.rows('SELECT 9007199254740993 AS big')).rejects.toThrow(
      /big holds 9007199254740993, which is beyond 53 bits/,
    );
    await expect(database.rows('SELECT [1, 2] AS list')).rejects.toThrow(/list holds .* cast it/);
  });

  it('is closed once, however often it is asked', async () => {
    const database = await open({ folder: null });
    database.close();
    database.close();
    await expect(database.rows('SELECT 1')).rejects.toThrow();
  });

  it('writes and reads Parquet and CSV in its folder', async () => {
    const database = await open({ folder });
    for (const [name, read] of [
      ["cases'.parquet", 'read_parquet'],
      ['cases.csv', 'read_csv'],
    ] as const) {
      const file = textLiteral(join(folder, name));
      await database.run(`COPY (SELECT range AS n FROM range(3)) TO ${file}`);
      expect(await database.rows(`SELECT sum(n) AS sum FROM ${read}(${file})`)).toEqual([{ sum: 3 }]);
    }
  });
});

describe('what a query cannot do', () => {
  it('reaches no file outside the folders that were named', async () => {
    const file = textLiteral(join(elsewhere, 'other.csv'));
    const query = `SELECT a FROM read_csv(${file})`;
    for (const closed of [await open({ folder }), await open({ folder: null })]) {
      await expect(closed.rows(query)).rejects.toThrow(/Permission/);
      await expect(closed.run(`COPY (SELECT 1) TO ${file}`)).rejects.toThrow(/Permission/);
    }
    expect(await (await open({ folder, reads: [elsewhere] })).rows(query)).toEqual([{ a: 1 }]);
  });

  it('fetches no extension, and opens nothing that was closed', async () => {
    const database = await open({ folder });
    await expect(database.run('INSTALL httpfs')).rejects.toThrow(/Permission/);
    await expect(database.rows("SELECT * FROM 'https://localhost/x.parquet'")).rejects.toThrow();
    for (const setting of [
      'enable_external_access = true',
      'autoload_known_extensions = true',
      'threads = 2',
    ])
      await expect(database.run(`SET ${setting}`)).rejects.toThrow();
  });
});

describe('what does not fit into memory', () => {
  const large = `SELECT count(*) AS n FROM (
    SELECT md5(range::VARCHAR) || md5((range + 1)::VARCHAR) AS text FROM range(600000) ORDER BY text OFFSET 1
  ) WHERE text <> ''`;

  it('goes to the folder, and leaves nothing there', async () => {
    const database = await open({ folder, memoryLimit: '40MB' });
    expect(await database.rows(large)).toEqual([{ n: 599_999 }]);
    database.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('duckdb'))).toEqual([]);
  });

  it('is refused where there is none', async () => {
    const database = await open({ folder: null, memoryLimit: '40MB' });
    await expect(database.rows(large)).rejects.toThrow(/memory/i);
  });
});
