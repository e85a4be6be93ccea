import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase } from '../src/duckdb/open-database.ts';
import { textLiteral } from '../src/duckdb/text-literal.ts';

/** Answers the cases of a Parquet file by a query, into another: `answer-cases.ts QUERY FROM TO`; prints time and memory. */
async function main([query = '', from = '', to = '']: readonly string[]): Promise<void> {
  const database = await openDatabase({ folder: dirname(to), memoryLimit: '1500MB', keepOrder: false });
  await database.run(`CREATE VIEW cases AS SELECT * FROM read_parquet(${textLiteral(from)})`);
  const begun = performance.now();
  await database.run(`COPY (${readFileSync(query, 'utf8')}) TO ${textLiteral(to)}`);
  const milliseconds = performance.now() - begun;
  console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

await main(process.argv.slice(2));
