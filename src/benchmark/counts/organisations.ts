import type { OpenPanel } from '../panel/open-panel.ts';

/** An organisation that a panel's tables know, and where it belongs. */
export interface KnownOrganisation {
  readonly organisation: string;
  readonly type: string | null;
  readonly region: string | null;
}

/** Every organisation that the panel's tables know, in order. */
export async function organisations(open: OpenPanel): Promise<readonly KnownOrganisation[]> {
  const rows = await open.database.rows(
    'SELECT organisation, min(type) AS type, min(region) AS region FROM organisations GROUP BY organisation ORDER BY organisation',
  );
  return rows.map(({ organisation, type, region }) => ({
    organisation: String(organisation),
    type: typeof type === 'string' ? type : null,
    region: typeof region === 'string' ? region : null,
  }));
}
