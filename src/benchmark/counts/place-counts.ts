import type { OpenPanel } from '../panel/open-panel.ts';
import type { CountedGroup } from './counted-group.ts';
import { membersSql } from './members-sql.ts';

/** How many of a group hold a place on an objective in a period. */
export interface CountedPlace {
  readonly period: string;
  readonly objective: number;
  readonly achieved: number;
  readonly workingTowards: number | null;
  readonly n: number;
}

/** Raw counts by place, in no order; only what somebody holds. One pass over the scores. */
export async function placeCounts(open: OpenPanel, group: CountedGroup): Promise<readonly CountedPlace[]> {
  const rows = await open.database.rows(placeCountsSql(group));
  return rows.map((row) => ({
    period: String(row.period),
    objective: Number(row.objective),
    achieved: Number(row.achieved),
    workingTowards: row.working_towards === null ? null : Number(row.working_towards),
    n: Number(row.n),
  }));
}

function placeCountsSql(group: CountedGroup): string {
  return `SELECT period, objective, achieved, working_towards, count(*) AS n FROM scores
    WHERE state = 'scored'${membersSql(group, 'scores')} GROUP BY ALL`;
}
