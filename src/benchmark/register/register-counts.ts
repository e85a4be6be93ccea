import { openDatabase } from '../../duckdb/open-database.ts';
import { aliasSql } from './alias-sql.ts';
import { loadRegister } from './load-register.ts';

/** How far the lists of a register fit each other. */
export interface RegisterCounts {
  readonly organisations: number;
  /** Of these: they ended. */
  readonly ended: number;
  /** Of these: they go on under another code. */
  readonly continued: number;
  /** Words that stand for several organisations, so that they find none; in order. */
  readonly ambiguous: readonly string[];
  readonly areas: number;
  /** Areas with neighbours that are no organisation's, and so cannot be used; in order. */
  readonly areasUnknown: readonly string[];
  /** Neighbours that are no organisation's, in order. */
  readonly neighboursUnknown: readonly string[];
}

/** The counts of the register in a folder. */
export async function registerCounts(folder: string): Promise<RegisterCounts> {
  const database = await openDatabase({ folder: null, reads: [folder], threads: 1 });
  try {
    await loadRegister(database, folder);
    const [row = {}] = await database.rows(`
      SELECT count(*) AS organisations, count(ended) AS ended,
        count(*) FILTER (identity <> organisation) AS continued,
        (SELECT count(DISTINCT area) FROM register_neighbours) AS areas
      FROM register_organisations`);
    const texts = async (query: string) => (await database.rows(query)).map(({ text }) => String(text));
    const unknown = (column: string) =>
      texts(`SELECT DISTINCT ${column} AS text FROM register_neighbours
        WHERE ${aliasSql(column)} NOT IN (SELECT alias FROM register_aliases WHERE tier = 1) ORDER BY 1`);
    return {
      organisations: Number(row['organisations']),
      ended: Number(row['ended']),
      continued: Number(row['continued']),
      ambiguous: await texts(`
        WITH surest AS (
          SELECT alias, identity FROM register_aliases JOIN register_organisations USING (organisation)
          QUALIFY tier = min(tier) OVER (PARTITION BY alias)
        )
        SELECT alias AS text FROM surest GROUP BY alias HAVING count(DISTINCT identity) > 1 ORDER BY 1`),
      areas: Number(row['areas']),
      areasUnknown: await unknown('area'),
      neighboursUnknown: await unknown('neighbour'),
    };
  } finally {
    database.close();
  }
}
