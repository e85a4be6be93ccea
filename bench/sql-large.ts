import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/duckdb/open-database.ts';
import { textLiteral } from '../src/duckdb/text-literal.ts';
import { compilePackSql } from '../src/engine/sql/compile-pack-sql.ts';
import type { Pack } from '../src/pack/pack.ts';
import { drawnCases } from '../src/speed/drawn-cases.ts';
import { drawnRows, manyTimes } from '../src/speed/drawn-rows.ts';

/** How many times over the cases are taken: to make a million, and ten. */
const sizes = [53, 530] as const;
const rounds = 5;

interface Run {
  readonly times: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * The rules as SQL over one million cases and over ten, each from a Parquet file to another in a process of its own,
 * in turn,
 * of which the time of the query (the median) and the most memory ever in use are taken. DuckDB may use 1.5 GB.
 */
export async function benchSqlLarge(pack: Pack, folder: string): Promise<readonly string[]> {
  const cases = drawnCases(pack, 320);
  const compiled = compilePackSql(pack);
  const query = join(folder, 'query.sql');
  writeFileSync(query, compiled.sql);
  const database = await openDatabase({ folder, keepOrder: false });
  await database.run(compiled.createTable);
  const types = compiled.columns.map(({ type }) => type);
  await database.fill(compiled.table, types, drawnRows(compiled, cases));
  for (const times of sizes) {
    const file = join(folder, `${times}.parquet`);
    await database.run(`COPY (${manyTimes(compiled, times, cases.length)}) TO ${textLiteral(file)}`);
  }
  database.close();
  const runs = Array.from({ length: rounds }).flatMap(() =>
    sizes.map((times): Run => {
      const [from, to] = [join(folder, `${times}.parquet`), join(folder, `${times}-answers.parquet`)];
      const run = execFileSync(process.execPath, [
        join(import.meta.dirname, 'answer-cases.ts'),
        query,
        from,
        to,
      ]);
      rmSync(to);
      return { times, ...JSON.parse(run.toString()) };
    }),
  );
  for (const times of sizes) rmSync(join(folder, `${times}.parquet`));
  const measured = sizes.map((times) => {
    const of = runs.filter((run) => run.times === times);
    return {
      count: cases.length * times,
      milliseconds:
        of.map((run) => run.milliseconds).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN,
      megabytes: Math.max(...of.map((run) => run.megabytes)),
    };
  });
  const [million, tenMillion] = measured;
  if (million === undefined || tenMillion === undefined) throw new Error('not measured');
  const time = tenMillion.milliseconds / million.milliseconds / (tenMillion.count / million.count);
  return [
    'Rules as SQL over many cases, from Parquet to Parquet, each in a process of its own',
    ...measured.map(
      ({ count, milliseconds, megabytes }) =>
        `  ${count.toLocaleString('en-GB').padStart(10)} cases  ${(milliseconds / 1000).toFixed(1).padStart(6)} s  at most ${megabytes.toFixed(0).padStart(5)} MB (aim: under 2000)`,
    ),
    `  time for each case, of the larger to the smaller: ${time.toFixed(2)} (aim: at most 1)`,
  ];
}
