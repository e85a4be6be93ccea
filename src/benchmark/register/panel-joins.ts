import type { Database } from '../../duckdb/database.ts';

/** What an organisation of a panel was joined to, or why it was not. */
export interface PanelJoin {
  /** As in the panel. */
  readonly organisation: string;
  /** The name under which its rows are taken together with those under an earlier code; mostly its own. */
  readonly standsAs: string;
  readonly found: 'joined' | 'ambiguous' | 'unknown' | 'doubled';
  /** The code in the register; null unless joined. */
  readonly registered: string | null;
  /** By which kind of alias; null unless joined. */
  readonly kind: string | null;
  /** Where it was not joined: those that it could be, as "CODE Name"; often none. */
  readonly candidates: readonly string[];
}

/** Every join of a panel that `joinRegister` joined, by organisation. */
export async function panelJoins(database: Database): Promise<readonly PanelJoin[]> {
  const rows = await database.rows(
    'SELECT organisation, stands_as, found, registered, kind, candidates FROM joins ORDER BY organisation',
  );
  return rows.map((row) => ({
    organisation: String(row['organisation']),
    standsAs: String(row['stands_as']),
    found: foundOf(row['found']),
    registered: row['registered'] === null ? null : String(row['registered']),
    kind: row['kind'] === null ? null : String(row['kind']),
    candidates: String(row['candidates'] ?? '')
      .split('; ')
      .filter(Boolean),
  }));
}

function foundOf(cell: unknown): PanelJoin['found'] {
  for (const found of ['joined', 'ambiguous', 'unknown', 'doubled'] as const)
    if (cell === found) return found;
  throw new Error(`joins.found holds ${String(cell)}`);
}
