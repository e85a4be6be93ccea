import { aliasSql } from '../../benchmark/register/alias-sql.ts';
import { loadRegister } from '../../benchmark/register/load-register.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { RegisterList } from './register-list.ts';
import { registerSources } from './register-sources.ts';

/** Which organisations of the register are asked for; what is left out narrows nothing. */
export interface RegisterAsk {
  /** A part of one of its codes or names, whatever the case. */
  readonly find?: string | undefined;
  readonly type?: string | undefined;
  readonly region?: string | undefined;
  /** Whether those that ended are listed too. */
  readonly ended?: boolean | undefined;
  /** From 1. */
  readonly page?: number | undefined;
}

/** As many organisations are on a page. */
const pageLength = 100;

/**
 * The organisations of the register that are asked for, by name, a page at a time, with the types and regions that
 * there are and where the lists are from. A workspace without lists answers with none.
 * @throws Problem BAD_VALUE for a type or region that nobody has, and a page past the last; WORKSPACE_BROKEN
 */
export async function listRegistered(
  workspace: Pick<Workspace, 'folder'>,
  { find, type, region, ended = false, page = 1 }: RegisterAsk = {},
): Promise<RegisterList> {
  const folder = registerFolder(workspace.folder);
  const database = await openDatabase({ folder: null, reads: [folder], threads: 1 });
  try {
    await loadRegister(database, folder);
    const among = ended ? 'true' : 'ended IS NULL';
    const types = await tallies(database, 'type', among);
    const regions = await tallies(database, 'region', among);
    if (type !== undefined) known('type', type, await names(database, 'type'));
    if (region !== undefined) known('region', region, await names(database, 'region'));
    const wanted = [
      among,
      ...(type === undefined ? [] : [`type = ${textLiteral(type)}`]),
      ...(region === undefined ? [] : [`region = ${textLiteral(region)}`]),
      ...(find === undefined
        ? []
        : [
            `organisation IN (SELECT organisation FROM register_aliases WHERE contains(alias, ${aliasSql(textLiteral(find))}))`,
          ]),
    ].join(' AND ');
    const [row = {}] = await database.rows(`
      SELECT count(*) AS held, count(ended) AS ended, count(*) FILTER (${wanted}) AS found
      FROM register_organisations`);
    const found = Number(row['found']);
    const pages = Math.max(1, Math.ceil(found / pageLength));
    if (page > pages) known('page', String(page), [`1 to ${pages}`]);
    const listed = await database.rows(`
      SELECT organisation, name, type, region, nation, started, ended FROM register_organisations
      WHERE ${wanted} ORDER BY lower(name), organisation
      LIMIT ${pageLength} OFFSET ${(page - 1) * pageLength}`);
    return {
      ...{ schema: 1, sources: registerSources(workspace) },
      ...{ held: Number(row['held']), ended: Number(row['ended']), types, regions, found, page, pages },
      organisations: listed.map(({ organisation, name, ...others }) => ({
        code: String(organisation),
        name: String(name),
        type: textOrNull(others['type']),
        region: textOrNull(others['region']),
        nation: textOrNull(others['nation']),
        started: textOrNull(others['started']),
        ended: textOrNull(others['ended']),
      })),
    };
  } finally {
    database.close();
  }
}

async function tallies(database: Database, column: 'type' | 'region', among: string) {
  const rows = await database.rows(`
    SELECT ${column} AS name, count(*) AS n FROM register_organisations
    WHERE ${column} IS NOT NULL AND ${among} GROUP BY 1 ORDER BY 1`);
  return rows.map(({ name, n }) => ({ name: String(name), organisations: Number(n) }));
}

async function names(database: Database, column: 'type' | 'region'): Promise<readonly string[]> {
  return (await tallies(database, column, 'true')).map(({ name }) => name);
}

function known(name: string, seen: string, allowed: readonly string[]): void {
  if (allowed.includes(seen)) return;
  throw new Problem('BAD_VALUE', {
    place: `query, ${name}`,
    seen,
    allowed: allowed.join(', ') || 'none: no list of organisations is held',
    repair: 'Choose one of these, or leave it out.',
  });
}

function textOrNull(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}
