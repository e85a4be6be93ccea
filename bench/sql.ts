import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { compilePackSql } from '../src/engine/sql/compile-pack-sql.ts';
import type { Pack } from '../src/pack/pack.ts';
import { database, fillTable, manyTimes } from './case-table.ts';
import { drawnCases } from './drawn-cases.ts';
import { enginesAlone } from './engines-alone.ts';
import { sqlByHand } from './sql-by-hand.ts';
import { sideBySide } from './times.ts';

/** How many of the cases one engine with all rules answers. */
const naiveCases = 1500;
/** How many times over the cases are taken to make a million. */
const copies = 53;

/**
 * The rules as SQL beside json-rules-engine alone, for 320 organisations, in one run.
 * @param folder for the Parquet file
 * @throws if any two of them answer a case differently
 */
export async function benchSql(pack: Pack, folder: string): Promise<readonly string[]> {
  const cases = drawnCases(pack, 320);
  const compiled = compilePackSql(pack);
  const byHand = sqlByHand(compiled);
  const file = join(folder, 'cases.parquet').replaceAll("'", "''");

  const memory = await database();
  await fillTable(memory, compiled, cases);
  await memory.run(`COPY cases TO '${file}'`);
  const parquet = await database();
  await parquet.run(`CREATE VIEW cases AS SELECT * FROM read_parquet('${file}')`);
  const million = await database();
  const millionFile = join(folder, 'million.parquet').replaceAll("'", "''");
  await memory.run(`COPY (${manyTimes(compiled, copies, cases.length)}) TO '${millionFile}'`);
  await million.run(compiled.createTable);
  await million.run(`INSERT INTO cases SELECT * FROM read_parquet('${millionFile}')`);
  const millionParquet = await database();
  await millionParquet.run(`CREATE VIEW cases AS SELECT * FROM read_parquet('${millionFile}')`);

  const [perObjective, perRaised, one] = (['objective', 'raised', 'one'] as const).map((which) =>
    enginesAlone(pack, which),
  );
  if (perObjective === undefined || perRaised === undefined || one === undefined)
    throw new Error('no engines');
  const naive = cases.slice(0, naiveCases);
  await agree([
    (await perObjective(cases)).map((outcome) => outcome.join(' ')),
    (await perRaised(cases)).map((outcome) => outcome.join(' ')),
    await outcomes(memory, compiled.sql),
    await outcomes(parquet, compiled.sql),
    await outcomes(memory, byHand),
  ]);
  await agree([
    (await one(naive)).map((outcome) => outcome.join(' ')),
    (await outcomes(memory, compiled.sql)).slice(0, naiveCases),
  ]);

  const slow = await sideBySide(
    [
      { name: 'one', work: () => one(naive) },
      { name: 'objective', work: () => perObjective(cases) },
      { name: 'raised', work: () => perRaised(cases) },
      { name: 'sql', work: () => keep(memory, compiled.sql) },
      { name: 'parquet', work: () => keep(parquet, compiled.sql) },
    ],
    { rounds: 3, unmeasured: 0 },
  );
  const quick = await sideBySide(
    [
      { name: 'sql', work: () => keep(memory, compiled.sql) },
      { name: 'hand', work: () => keep(memory, byHand) },
      { name: 'parquet', work: () => keep(parquet, compiled.sql) },
      { name: 'causes', work: () => keep(memory, compiled.causesSql) },
    ],
    { rounds: 31, unmeasured: 5 },
  );
  const large = await sideBySide(
    [
      { name: 'million', work: () => keep(million, compiled.sql) },
      { name: 'million hand', work: () => keep(million, byHand) },
      { name: 'million parquet', work: () => keep(millionParquet, compiled.sql) },
      { name: 'million causes', work: () => keep(million, compiled.causesSql) },
    ],
    { rounds: 7, unmeasured: 2 },
  );
  for (const connection of [memory, parquet, million, millionParquet]) connection.closeSync();

  const rate = (
    times: ReadonlyMap<string, { readonly median: number }>,
    name: string,
    count: number,
  ): number => (count / (times.get(name)?.median ?? Number.NaN)) * 1000;
  const base = rate(slow, 'objective', cases.length);
  const lean = rate(slow, 'raised', cases.length);
  const row = (name: string, each: number, aim = ''): string =>
    `  ${name.padEnd(62)} ${Math.round(each).toLocaleString('en-GB').padStart(11)} cases/s ${(each / base).toFixed(1).padStart(8)} × baseline ${(each / lean).toFixed(1).padStart(8)} × lean${aim === '' ? '' : `  (aim: ${aim} × baseline)`}`;
  const against = (of: typeof quick, name: string, hand: string): string =>
    ((of.get(name)?.median ?? Number.NaN) / (of.get(hand)?.median ?? Number.NaN)).toFixed(2);
  const millionCases = cases.length * copies;
  return [
    `Rules as SQL: ${cases.length} cases (320 organisations × ${pack.framework.objectives.length} objectives), ${pack.ceilings.length} ceiling and ${pack.targets.length} target rules; the answers of all agree`,
    '  Each begins from facts in memory and keeps ceiling, control, potential, rule and target of every case; medians.',
    row(`json-rules-engine, one engine with all rules (${naiveCases} cases)`, rate(slow, 'one', naiveCases)),
    row('baseline: an engine for each objective with its rules', base),
    row('lean: of its comment rules only those whose signal is raised', lean),
    row('SQL, one run between engine runs', rate(slow, 'sql', cases.length)),
    row('SQL', rate(quick, 'sql', cases.length), '50'),
    row('SQL, cases read from Parquet', rate(quick, 'parquet', cases.length), '20'),
    row('SQL, every cause of every case', rate(quick, 'causes', cases.length)),
    row(`SQL, ${millionCases} cases`, rate(large, 'million', millionCases), '200'),
    row(`SQL, ${millionCases} cases read from Parquet`, rate(large, 'million parquet', millionCases)),
    row(`SQL, every cause of ${millionCases} cases`, rate(large, 'million causes', millionCases)),
    `  time against SQL written by hand: ${against(quick, 'sql', 'hand')} ×, with ${millionCases} cases ${against(large, 'million', 'million hand')} × (aim: at most 1.5)`,
  ];
}

async function keep(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE answers AS ${sql}`);
}

async function outcomes(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const columns = 'ceiling, control, potential, rule, target';
  const rows = await connection.runAndReadAll(`SELECT ${columns} FROM (${sql}) ORDER BY case_id`);
  return rows.getRows().map((row) => row.join(' '));
}

async function agree(answers: readonly (readonly string[])[]): Promise<void> {
  const [first, ...others] = answers;
  for (const other of others) {
    const index = other.findIndex((answer, place) => answer !== first?.[place]);
    if (index >= 0 || other.length !== first?.length)
      throw new Error(`case ${index}: ${first?.[index]} and ${other[index]}`);
  }
}
