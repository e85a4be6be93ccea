import { readFileSync } from 'node:fs';
import { database } from './case-table.ts';

/** Answers the cases of a Parquet file by a query, into another: `answer-cases.ts QUERY FROM TO`; prints time and memory. */
async function main([query = '', from = '', to = '']: readonly string[]): Promise<void> {
  const quoted = (file: string) => `'${file.replaceAll("'", "''")}'`;
  const connection = await database({ memory_limit: '1500MB', preserve_insertion_order: 'false' });
  await connection.run(`CREATE VIEW cases AS SELECT * FROM read_parquet(${quoted(from)})`);
  const begun = performance.now();
  await connection.run(`COPY (${readFileSync(query, 'utf8')}) TO ${quoted(to)}`);
  const milliseconds = performance.now() - begun;
  console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

await main(process.argv.slice(2));
