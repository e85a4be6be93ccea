import { textLiteral } from '../../duckdb/text-literal.ts';
import type { OpenPanel } from '../panel/open-panel.ts';

/** Whether the panel's tables know who is near an organisation. */
export async function hasNeighbours(open: OpenPanel, organisation: string): Promise<boolean> {
  const rows = await open.database.rows(
    `SELECT 1 AS one FROM neighbours WHERE organisation = ${textLiteral(organisation)} LIMIT 1`,
  );
  return rows.length > 0;
}
