import type { OpenPanel } from '../panel/open-panel.ts';

/** How many gave a cause on an objective in a period, and how many of them went beyond its level. */
export interface CountedCause {
  readonly period: string;
  readonly objective: number;
  readonly cause: string;
  readonly control: string;
  readonly under: number;
  readonly beyond: number;
}

/**
 * Raw counts of causes over all organisations that scored the objective, in no order. Who gave a cause at two levels
 * counts once, at the lower.
 */
export async function causeCounts(open: OpenPanel): Promise<readonly CountedCause[]> {
  if (!open.panel.causes) return [];
  const rows = await open.database.rows(`
    SELECT period, objective, cause, control, count(*) AS under, count(*) FILTER (achieved > level) AS beyond
    FROM (SELECT organisation, period, objective, cause, control, min(level) AS level FROM causes GROUP BY ALL)
    JOIN scores USING (organisation, period, objective) WHERE state = 'scored' GROUP BY ALL`);
  return rows.map((row) => ({
    period: String(row.period),
    objective: Number(row.objective),
    cause: String(row.cause),
    control: String(row.control),
    under: Number(row.under),
    beyond: Number(row.beyond),
  }));
}
