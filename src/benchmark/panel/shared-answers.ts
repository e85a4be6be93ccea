import { join } from 'node:path';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { panelFiles, panelFolder } from './panel-folder.ts';

/** How many organisations are scored in two panels in the same period. */
export interface SharedAnswers {
  readonly period: string;
  readonly organisations: number;
}

/** In which periods two panels have scores of the same organisations, as their files name them, whatever the case. */
export async function sharedAnswers(
  panels: string,
  one: string,
  other: string,
): Promise<readonly SharedAnswers[]> {
  const folders = [panelFolder(panels, one), panelFolder(panels, other)];
  const database = await openDatabase({ folder: null, reads: folders, threads: 1 });
  try {
    const [first, second] = folders.map(
      (folder) => `SELECT DISTINCT lower(trim(organisation)) AS organisation, period
        FROM read_parquet(${textLiteral(join(folder, panelFiles.scores))}) WHERE state = 'scored'`,
    );
    const rows = await database.rows(
      `SELECT period, count(*) AS n FROM (${first}) JOIN (${second}) USING (organisation, period) GROUP BY period ORDER BY period`,
    );
    return rows.map(({ period, n }) => ({ period: String(period), organisations: Number(n) }));
  } finally {
    database.close();
  }
}
