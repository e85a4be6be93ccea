import type { Database, Row } from '../../../duckdb/database.ts';
import { textLiteral } from '../../../duckdb/text-literal.ts';
import { aliasSql } from '../alias-sql.ts';
import { matchSql } from '../match-sql.ts';

/** An organisation that is compared with a panel. */
export interface Viewer {
  /** As the panel has it; null where the panel has no rows of it. */
  readonly organisation: string | null;
  /** Its code in the register; null where it could not be joined. */
  readonly registered: string | null;
  readonly type: string | null;
  readonly region: string | null;
  readonly nation: string | null;
  /** Its neighbours among the panel's organisations, nearest first. */
  readonly neighbours: readonly string[];
}

const none: Viewer = {
  ...{ organisation: null, registered: null, type: null, region: null, nation: null },
  neighbours: [],
};

/**
 * Who an organisation of the workspace is in a panel and in the register, by its id and its name: by the aliases of
 * the register, else as the panel has it. Where id and name lead to different organisations of the register, neither
 * counts.
 * @param database an open panel's, with the register joined, or with organisations and neighbours of its own
 */
export async function viewerOf(
  database: Database,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Viewer> {
  const texts = `(SELECT DISTINCT unnest([${textLiteral(id)}, ${textLiteral(name)}]) AS text)`;
  const [{ there } = { there: 0 }] = await database.rows(
    "SELECT count(*) AS there FROM duckdb_tables() WHERE table_name = 'register_organisations'",
  );
  const registered = there === 1 ? await registeredViewer(database, texts) : null;
  if (registered !== null) return registered;
  const [own, ...others] = await database.rows(`
    SELECT DISTINCT o.organisation, type, region, nation
    FROM organisations o JOIN ${texts} ON ${aliasSql('o.organisation')} = ${aliasSql('text')}`);
  if (own === undefined || others.length > 0) return none;
  const neighbours = await database.rows(
    `SELECT neighbour FROM neighbours WHERE organisation = ${textLiteral(String(own['organisation']))} ORDER BY place`,
  );
  return viewer(own, neighbours);
}

async function registeredViewer(database: Database, texts: string): Promise<Viewer | null> {
  const found = await database.rows(
    `SELECT DISTINCT identity, registered FROM (${matchSql(texts)}) WHERE found = 'joined' ORDER BY ALL`,
  );
  const [first] = found;
  if (first === undefined || new Set(found.map(({ identity }) => identity)).size > 1) return null;
  const identity = textLiteral(String(first['identity']));
  const [row] = await database.rows(`
    SELECT r.organisation AS registered, type, region, nation,
      (SELECT any_value(stands_as) FROM joins WHERE identity = ${identity}) AS organisation
    FROM register_organisations r WHERE r.organisation = ${identity}`);
  if (row === undefined) return null;
  const neighbours = await database.rows(`
    SELECT joins.organisation AS neighbour
    FROM register_places p JOIN joins ON joins.identity = p.neighbour AND joins.organisation = stands_as
    WHERE p.identity = ${identity} ORDER BY p.place`);
  return viewer(row, neighbours);
}

function viewer(row: Row, neighbours: readonly Row[]): Viewer {
  const text = (column: string) => {
    const cell = row[column] ?? null;
    return cell === null ? null : String(cell);
  };
  return {
    organisation: text('organisation'),
    registered: text('registered'),
    type: text('type'),
    region: text('region'),
    nation: text('nation'),
    neighbours: neighbours.map(({ neighbour }) => String(neighbour)),
  };
}
