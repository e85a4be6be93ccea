import { aliasKinds } from '../../benchmark/register/aliases.ts';
import { lineage } from '../../benchmark/register/lineage.ts';
import { loadRegister } from '../../benchmark/register/load-register.ts';
import { matchSql } from '../../benchmark/register/match-sql.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { RegisteredReport } from './registered-report.ts';

/**
 * An organisation of the register by any of its codes and names: what it is, where it comes from, what became of it,
 * and its neighbours.
 * @throws Problem UNKNOWN_ORGANISATION where nothing, or more than one, stands for the text; it names what is near
 */
export async function findRegistered(
  { folder: workspace }: Pick<Workspace, 'folder'>,
  text: string,
): Promise<RegisteredReport> {
  const folder = registerFolder(workspace);
  const database = await openDatabase({ folder: null, reads: [folder], threads: 1 });
  try {
    await loadRegister(database, folder);
    const { code, foundBy } = await found(database, text);
    const rows = await database.rows('SELECT * FROM register_organisations');
    const rowOf = new Map(rows.map((row) => [String(row['organisation']), row]));
    const row = rowOf.get(code);
    const cell = (column: string) => {
      const value = row?.[column] ?? null;
      return value === null ? null : String(value);
    };
    const named = (codes: readonly string[]) =>
      codes.map((each) => ({ code: each, name: String(rowOf.get(each)?.['name'] ?? each) }));
    const successions = (await database.rows('SELECT * FROM register_successions')).map((each) => ({
      predecessor: String(each['predecessor']),
      successor: String(each['successor']),
      continues: each['continues'] === true,
    }));
    const { continues, continuedBy, predecessors, successors } = lineage(successions, code);
    const known = await database.rows(
      `SELECT * FROM register_aliases WHERE organisation = ${textLiteral(code)} ORDER BY alias`,
    );
    const knownAs = aliasKinds.flatMap((kind) =>
      known.flatMap((each) =>
        each['kind'] === kind ? [{ kind, text: String(each['written'] ?? each['alias']) }] : [],
      ),
    );
    const name = cell('name') ?? code;
    const told = new Set([code.toLowerCase(), name.toLowerCase()]);
    const others = knownAs.filter(
      ({ text }) => !told.has(text.toLowerCase()) && told.add(text.toLowerCase()),
    );
    const near = await database.rows(
      `SELECT neighbour FROM register_places WHERE identity = ${textLiteral(cell('identity') ?? code)} ORDER BY place`,
    );
    return {
      ...{ schema: 1, code, name, foundBy },
      knownAs: others,
      ...{ type: cell('type'), region: cell('region'), nation: cell('nation') },
      ...{ started: cell('started'), ended: cell('ended') },
      ...{ continues: named(continues), continuedBy: named(continuedBy) },
      ...{ predecessors: named(predecessors), successors: named(successors) },
      neighbours: named(near.map(({ neighbour }) => String(neighbour))),
    };
  } finally {
    database.close();
  }
}

async function found(
  database: Database,
  text: string,
): Promise<{ readonly code: string; readonly foundBy: string }> {
  const [match] = await database.rows(matchSql(`(SELECT ${textLiteral(text)} AS text)`));
  const [{ n } = { n: 0 }] = await database.rows('SELECT count(*) AS n FROM register_organisations');
  const { registered = null, kind = null, candidates = '' } = match ?? {};
  if (registered !== null && kind !== null) return { code: String(registered), foundBy: String(kind) };
  throw new Problem('UNKNOWN_ORGANISATION', {
    place: 'the register',
    seen: text,
    ...(candidates === '' ? {} : { allowed: String(candidates) }),
    repair:
      n === 0
        ? 'Add a list of organisations first: headroom organisations add FILE.'
        : 'Give one of its codes, or its full name.',
  });
}
