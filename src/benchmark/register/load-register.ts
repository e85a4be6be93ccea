import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { settleFolder } from '../../kernel/replace-folder.ts';
import { aliasSql } from './alias-sql.ts';
import { registerFiles } from './register-files.ts';

const empty = {
  organisations:
    'organisation VARCHAR, identity VARCHAR, name VARCHAR, short_name VARCHAR, slug VARCHAR, area_code VARCHAR, type VARCHAR, region VARCHAR, nation VARCHAR, started VARCHAR, ended VARCHAR, successor VARCHAR',
  aliases: 'alias VARCHAR, organisation VARCHAR, kind VARCHAR, tier INTEGER, written VARCHAR',
  successions: 'predecessor VARCHAR, successor VARCHAR, continues BOOLEAN',
  neighbours: 'area VARCHAR, neighbour VARCHAR, place INTEGER',
} as const;

/**
 * Loads the register of a folder into a database that may read there, as tables `register_organisations`,
 * `register_aliases`, `register_successions` and `register_neighbours` with the columns of its files, and
 * `register_places`: identity, neighbour (an identity too) VARCHAR, place INTEGER, 1 the nearest: the neighbours by
 * organisation instead of area. What was not added yet, and a folder that is not there, make empty tables.
 */
export async function loadRegister(database: Database, folder: string | null): Promise<void> {
  if (folder !== null) settleFolder(folder);
  for (const name of ['organisations', 'aliases', 'successions', 'neighbours'] as const) {
    const file = folder === null ? null : join(folder, registerFiles[name]);
    await database.run(
      file !== null && existsSync(file)
        ? `CREATE TABLE register_${name} AS SELECT * FROM read_parquet(${textLiteral(file)})`
        : `CREATE TABLE register_${name} (${empty[name]})`,
    );
  }
  await database.run(`
    CREATE TABLE register_places AS
    WITH codes AS (
      SELECT alias, any_value(identity) AS identity
      FROM register_aliases JOIN register_organisations USING (organisation)
      WHERE tier = 1
      GROUP BY alias HAVING count(DISTINCT identity) = 1
    ), pairs AS (
      SELECT own.identity, other.identity AS neighbour, min(place) AS nearest
      FROM register_neighbours
      JOIN codes own ON own.alias = ${aliasSql('area')}
      JOIN codes other ON other.alias = ${aliasSql('neighbour')}
      WHERE own.identity <> other.identity
      GROUP BY ALL
    )
    SELECT identity, neighbour,
      CAST(row_number() OVER (PARTITION BY identity ORDER BY nearest, neighbour) AS INTEGER) AS place
    FROM pairs`);
}
