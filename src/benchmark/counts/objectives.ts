import type { OpenPanel } from '../panel/open-panel.ts';

/** Numbers of the objectives that the panel has a row for, ascending. */
export async function objectives(open: OpenPanel): Promise<readonly number[]> {
  const rows = await open.database.rows('SELECT DISTINCT objective FROM scores ORDER BY objective');
  return rows.map(({ objective }) => Number(objective));
}
