import { join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { panelFiles } from './panel-folder.ts';

/** Writes what `gatherRows` put together, each row once and in order, as the Parquet files of a panel. */
export async function writeRows(
  database: Database,
  { folder, distinct }: { readonly folder: string; readonly distinct: boolean },
): Promise<void> {
  const write = (query: string, file: string) =>
    database.run(`COPY (${query}) TO ${textLiteral(join(folder, file))} (FORMAT parquet, COMPRESSION zstd)`);
  const once = distinct ? 'DISTINCT' : '';
  await write(
    `SELECT ${once} organisation, period, objective, state, achieved, working_towards, agreed_standard, carried
      FROM together ORDER BY period, objective, organisation`,
    panelFiles.scores,
  );
  await write(
    `SELECT organisation, period, objective, part[1] AS cause, part[2]::INTEGER AS level, part[3] AS control, part[4] AS standing
      FROM (SELECT DISTINCT organisation, period, objective, string_split(unnest(string_split(causes, ';')), ':') AS part FROM together
        WHERE causes <> '')
      ORDER BY period, objective, organisation, cause, level, control, standing`,
    panelFiles.causes,
  );
  await write(
    `SELECT organisation, period, part[1] AS factor, part[2] AS setting
      FROM (SELECT DISTINCT organisation, period, string_split(setting, '=') AS part FROM settings)
      ORDER BY period, organisation, factor`,
    panelFiles.factors,
  );
}
