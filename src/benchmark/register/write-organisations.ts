import { join } from 'node:path';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { aliasSql } from './alias-sql.ts';
import { aliases, aliasTier } from './aliases.ts';
import { identities } from './identities.ts';
import { registerFiles } from './register-files.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import { successions } from './successions.ts';

/**
 * Writes organisations into a folder as Parquet, each file sorted by its columns in order, all VARCHAR but `tier`:
 *
 * - organisations: organisation, identity (the code that stands for it last), name, short_name, slug, area_code, type,
 *   region, nation, started, ended, successor (where it has one only)
 * - aliases: alias (as `aliasSql` writes it), organisation, kind (of `aliasKinds`), tier INTEGER, written (as the list has it)
 * - successions: predecessor, successor, continues BOOLEAN
 */
export async function writeOrganisations(
  folder: string,
  organisations: readonly RegisteredOrganisation[],
): Promise<void> {
  const followed = successions(organisations);
  const last = identities(followed);
  const database = await openDatabase({ folder, threads: 1 });
  try {
    const columns =
      'organisation, identity, name, short_name, slug, area_code, type, region, nation, started, ended, successor';
    await database.run(`CREATE TABLE organisations (${columns.replaceAll(',', ' VARCHAR,')} VARCHAR)`);
    await database.fill(
      'organisations',
      columns.split(',').map(() => 'VARCHAR'),
      organisations.map((one) => [
        one.organisation,
        last.get(one.organisation) ?? one.organisation,
        one.name,
        one.shortName ?? '',
        one.slug ?? '',
        one.areaCode ?? '',
        one.type ?? '',
        one.region ?? '',
        one.nation ?? '',
        one.started ?? '',
        one.ended ?? '',
        one.successors.length === 1 ? (one.successors[0] ?? '') : '',
      ]),
    );
    await database.run(
      'CREATE TABLE aliases (alias VARCHAR, organisation VARCHAR, kind VARCHAR, tier INTEGER)',
    );
    await database.fill(
      'aliases',
      ['VARCHAR', 'VARCHAR', 'VARCHAR', 'INTEGER'],
      aliases(organisations).map(({ alias, organisation, kind }) => [
        alias,
        organisation,
        kind,
        aliasTier[kind],
      ]),
    );
    await database.run(
      'CREATE TABLE successions (predecessor VARCHAR, successor VARCHAR, continues INTEGER)',
    );
    await database.fill(
      'successions',
      ['VARCHAR', 'VARCHAR', 'INTEGER'],
      followed.map(({ predecessor, successor, continues }) => [predecessor, successor, Number(continues)]),
    );
    const write = (query: string, name: string) =>
      database.run(
        `COPY (${query}) TO ${textLiteral(join(folder, name))} (FORMAT parquet, COMPRESSION zstd)`,
      );
    const orNull = columns.replace(/\w+/g, (name) => `nullif(${name}, '') AS ${name}`);
    await write(`SELECT ${orNull} FROM organisations ORDER BY organisation`, registerFiles.organisations);
    await write(
      `SELECT ${aliasSql('aliases.alias')} AS alias, organisation, kind, tier, min(aliases.alias) AS written FROM aliases GROUP BY ALL ORDER BY ALL`,
      registerFiles.aliases,
    );
    await write(
      'SELECT predecessor, successor, continues = 1 AS continues FROM successions ORDER BY ALL',
      registerFiles.successions,
    );
  } finally {
    database.close();
  }
}
