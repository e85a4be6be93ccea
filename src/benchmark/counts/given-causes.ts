import type { OpenPanel } from '../panel/open-panel.ts';

/** That an organisation gave a cause on an objective, at the lowest level where it gave it at several. */
export interface GivenCause {
  readonly organisation: string;
  readonly period: string;
  readonly cause: string;
  readonly control: string;
  readonly level: number;
}

/** Every cause given on an objective, in order of organisation, period, cause and control. */
export async function givenCauses(open: OpenPanel, objective: number): Promise<readonly GivenCause[]> {
  if (!open.panel.causes) return [];
  const rows = await open.database.rows(`
    SELECT organisation, period, cause, control, min(level) AS level FROM causes
    WHERE objective = ${objective} GROUP BY ALL ORDER BY organisation, period, cause, control`);
  return rows.map((row) => ({
    organisation: String(row.organisation),
    period: String(row.period),
    cause: String(row.cause),
    control: String(row.control),
    level: Number(row.level),
  }));
}
