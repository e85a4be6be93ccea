import { join } from 'node:path';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { panelFiles } from '../panel/panel-folder.ts';
import { aliasSql } from './alias-sql.ts';
import { loadRegister } from './load-register.ts';

/** How many organisations are scored in all of some panels in the same period. */
export interface SharedAnswers {
  readonly period: string;
  readonly organisations: number;
}

/**
 * In which periods all of some panels have scores of the same organisations. Two names are the same organisation if
 * they are the same text, whatever the case, or lead to the same one in the register.
 * @param folders those of the panels
 * @param register the folder of the register, which need not be there
 */
export async function sharedAnswers(
  folders: readonly string[],
  register: string,
): Promise<readonly SharedAnswers[]> {
  const database = await openDatabase({ folder: null, reads: [...folders, register], threads: 1 });
  try {
    await loadRegister(database, register);
    await database.run(
      `CREATE TABLE scored AS ${folders
        .map(
          (folder, panel) => `SELECT DISTINCT ${panel} AS panel, ${aliasSql('organisation')} AS alias, period
          FROM read_parquet(${textLiteral(join(folder, panelFiles.scores))}) WHERE state = 'scored'`,
        )
        .join(' UNION ALL ')}`,
    );
    const rows = await database.rows(`
      WITH surest AS (
        SELECT alias, identity FROM register_aliases JOIN register_organisations USING (organisation)
        QUALIFY tier = min(tier) OVER (PARTITION BY alias)
      ),
      named AS (SELECT alias, min(identity) AS identity FROM surest GROUP BY alias HAVING count(DISTINCT identity) = 1),
      shared AS (
        SELECT period, coalesce(identity, alias) AS one FROM scored LEFT JOIN named USING (alias)
        GROUP BY ALL HAVING count(DISTINCT panel) = ${folders.length}
      )
      SELECT period, count(*) AS n FROM shared GROUP BY period ORDER BY period`);
    return rows.map(({ period, n }) => ({ period: String(period), organisations: Number(n) }));
  } finally {
    database.close();
  }
}
