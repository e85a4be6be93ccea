import { expect, test } from 'vitest';
import { continuedScoresSql } from '../../../src/benchmark/register/continued-scores-sql.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';

test('scores in an earlier version come under the numbers of the later, and what does not go on is left out', async () => {
  const database = await openDatabase({ folder: null, threads: 1 });
  try {
    await database.run(
      "CREATE TABLE scores AS SELECT * FROM (VALUES ('A', 1, 4), ('A', 2, 3), ('B', 3, 2)) AS s (organisation, objective, achieved)",
    );
    const rows = await database.rows(
      `${continuedScoresSql(
        new Map([
          [7, 1],
          [1, 3],
        ]),
      )} ORDER BY organisation`,
    );
    expect(rows).toEqual([
      { organisation: 'A', objective: 7, achieved: 4 },
      { organisation: 'B', objective: 1, achieved: 2 },
    ]);
    expect(await database.rows(continuedScoresSql(new Map()))).toEqual([]);
  } finally {
    database.close();
  }
});
