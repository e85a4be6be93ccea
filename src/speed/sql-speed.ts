import { join } from 'node:path';
import type { Database } from '../duckdb/database.ts';
import { openDatabase } from '../duckdb/open-database.ts';
import { textLiteral } from '../duckdb/text-literal.ts';
import { compilePackSql, type PackSql } from '../engine/sql/compile-pack-sql.ts';
import type { Pack } from '../pack/pack.ts';
import { drawnCases } from './drawn-cases.ts';
import { drawnRows, manyTimes } from './drawn-rows.ts';
import { type Alone, enginesAlone } from './engines-alone.ts';
import { type Contender, sideBySide } from './side-by-side.ts';
import type { Way } from './ways.ts';

/** How fast one way was. */
export interface WaySpeed {
  readonly way: Way;
  readonly cases: number;
  /** Of one answer of all these cases. */
  readonly median: number;
  readonly perSecond: number;
}

/** What of the speed is measured, and where. */
export interface SqlSpeedOptions {
  /** A folder of one's own, for Parquet files. */
  readonly folder: string;
  /** How many organisations are drawn, each with every objective. */
  readonly organisations: number;
  /** Measures a million cases too. */
  readonly large: boolean;
  /** A query as one would write it by hand, over the same table. */
  readonly byHand?: string;
  /** Told what is done next. */
  readonly tell: (text: string) => void;
}

/** How often each way answers, and how many of the cases one engine with all rules answers at most. */
export const sqlRounds = { engines: 3, sql: 31, million: 7, mostNaiveCases: 1500 } as const;

/**
 * How fast the rules of a pack are answered by json-rules-engine alone and as SQL in DuckDB, in one run, over the same
 * drawn cases; first all ways answer, and their answers are compared.
 * @throws Error if any two ways answer a case differently
 * @throws Problem DUCKDB_MISSING; PACK_BROKEN where no target rule holds for a case
 */
export async function sqlSpeed(pack: Pack, options: SqlSpeedOptions): Promise<readonly WaySpeed[]> {
  const { folder, organisations, large, byHand, tell } = options;
  const cases = drawnCases(pack, organisations);
  const compiled = compilePackSql(pack);
  const memory = await openDatabase({ folder });
  const parquet = await openDatabase({ folder });
  try {
    await memory.run(compiled.createTable);
    const types = compiled.columns.map(({ type }) => type);
    await memory.fill(compiled.table, types, drawnRows(compiled, cases));
    await fromParquet(
      memory,
      parquet,
      compiled,
      `SELECT * FROM ${compiled.table}`,
      join(folder, 'cases.parquet'),
    );

    const [one, perObjective, perSignals] = [
      enginesAlone(pack, 'one'),
      enginesAlone(pack, 'objective'),
      enginesAlone(pack, 'raised'),
    ];
    const naive = cases.slice(0, sqlRounds.mostNaiveCases);
    tell(`Comparing the answers of all ways for ${cases.length} cases`);
    const answers = await outcomes(memory, compiled.sql);
    agree(answers, await outcomes(parquet, compiled.sql));
    if (byHand !== undefined) agree(answers, await outcomes(memory, byHand));
    for (const engines of [perObjective, perSignals]) agree(answers, await lines(engines, cases));
    agree(answers.slice(0, naive.length), await lines(one, naive));

    tell('Answering by json-rules-engine, and by SQL between');
    const slow = await measured(
      [
        { name: 'one-engine', work: () => one(naive) },
        { name: 'engine-per-objective', work: () => perObjective(cases) },
        { name: 'engine-per-signals', work: () => perSignals(cases) },
        { name: 'sql-between-engines', work: () => keep(memory, compiled.sql) },
      ],
      [sqlRounds.engines, 0],
      (way) => (way === 'one-engine' ? naive.length : cases.length),
    );
    tell('Answering by SQL');
    const quick = await measured(
      [
        { name: 'sql', work: () => keep(memory, compiled.sql) },
        { name: 'sql-from-parquet', work: () => keep(parquet, compiled.sql) },
        { name: 'sql-causes', work: () => keep(memory, compiled.causesSql) },
        ...(byHand === undefined ? [] : [{ name: 'sql-by-hand', work: () => keep(memory, byHand) } as const]),
      ],
      [sqlRounds.sql, 5],
      () => cases.length,
    );
    const million = large ? await millionSpeed(memory, compiled, cases.length, options) : [];
    return [...slow, ...quick, ...million];
  } finally {
    memory.close();
    parquet.close();
  }
}

async function millionSpeed(
  memory: Database,
  compiled: PackSql,
  count: number,
  { folder, byHand, tell }: SqlSpeedOptions,
): Promise<readonly WaySpeed[]> {
  const times = Math.ceil(1e6 / count);
  tell(`Answering ${times * count} cases by SQL`);
  const table = await openDatabase({ folder });
  const parquet = await openDatabase({ folder });
  try {
    const file = join(folder, 'million.parquet');
    await fromParquet(memory, parquet, compiled, manyTimes(compiled, times, count), file);
    await table.run(compiled.createTable);
    await table.run(`INSERT INTO ${compiled.table} SELECT * FROM read_parquet(${textLiteral(file)})`);
    return await measured(
      [
        { name: 'million-sql', work: () => keep(table, compiled.sql) },
        { name: 'million-sql-from-parquet', work: () => keep(parquet, compiled.sql) },
        { name: 'million-sql-causes', work: () => keep(table, compiled.causesSql) },
        ...(byHand === undefined
          ? []
          : [{ name: 'million-sql-by-hand', work: () => keep(table, byHand) } as const]),
      ],
      [sqlRounds.million, 2],
      () => times * count,
    );
  } finally {
    table.close();
    parquet.close();
  }
}

/** Writes what a query of one database answers to a Parquet file, which becomes the other's table of cases. */
async function fromParquet(
  from: Database,
  to: Database,
  { table }: PackSql,
  query: string,
  file: string,
): Promise<void> {
  await from.run(`COPY (${query}) TO ${textLiteral(file)}`);
  await to.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet(${textLiteral(file)})`);
}

async function measured(
  contenders: readonly (Contender & { readonly name: Way })[],
  [rounds, unmeasured]: readonly [number, number],
  casesOf: (way: Way) => number,
): Promise<readonly WaySpeed[]> {
  const times = await sideBySide(contenders, { rounds, unmeasured });
  return contenders.map(({ name: way }) => {
    const [cases, median] = [casesOf(way), times.get(way)?.median ?? Number.NaN];
    return { way, cases, median, perSecond: (cases / median) * 1000 };
  });
}

async function keep(database: Database, sql: string): Promise<void> {
  await database.run(`CREATE OR REPLACE TABLE answers AS ${sql}`);
}

async function outcomes(database: Database, sql: string): Promise<readonly string[]> {
  const columns = ['ceiling', 'control', 'potential', 'rule', 'target'];
  const rows = await database.rows(`SELECT ${columns.join(', ')} FROM (${sql}) ORDER BY case_id`);
  return rows.map((row) => columns.map((column) => row[column]).join(' '));
}

async function lines(engines: Alone, cases: Parameters<Alone>[0]): Promise<readonly string[]> {
  return (await engines(cases)).map((outcome) => outcome.join(' '));
}

function agree(some: readonly string[], others: readonly string[]): void {
  const index = others.findIndex((answer, place) => answer !== some[place]);
  if (index >= 0)
    throw new Error(`two ways answer case ${index} differently: ${some[index]} and ${others[index]}`);
  if (some.length !== others.length) throw new Error(`${some.length} answers, and ${others.length}`);
}
