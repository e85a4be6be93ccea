import type { OpenPanel } from '../panel/open-panel.ts';
import { nearestSql } from './nearest-sql.ts';

/** Who of the panel is nearest to an organisation in a period. */
export interface NearOrganisation {
  readonly period: string;
  readonly organisation: string;
}

/** Those nearest to an organisation, itself left out, in order of period and name; none where no neighbour is known. */
export async function nearest(open: OpenPanel, organisation: string): Promise<readonly NearOrganisation[]> {
  const rows = await open.database.rows(`${nearestSql(organisation)} ORDER BY period, organisation`);
  return rows
    .map((row) => ({ period: String(row.period), organisation: String(row.organisation) }))
    .filter((row) => row.organisation !== organisation);
}
