import { textLiteral } from '../../duckdb/text-literal.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import type { CountedGroup } from './counted-group.ts';
import { membersSql } from './members-sql.ts';

/** How many of a group were at a level, and how many of them were above it in the panel's next period. */
export interface CountedMove {
  readonly period: string;
  readonly objective: number;
  /** The level in the period before; `period` is the later one. */
  readonly from: number;
  readonly n: number;
  readonly reached: number;
}

/**
 * Raw counts of movers, in no order: scored in two periods that follow each other in the panel, neither score carried
 * nor by an agreed standard. Of the nearest, those who were in both periods. Empty for a panel of one period.
 */
export async function moveCounts(open: OpenPanel, group: CountedGroup): Promise<readonly CountedMove[]> {
  const { periods } = open.panel;
  if (periods.length < 2) return [];
  const rows = await open.database.rows(moveCountsSql(periods, group));
  return rows.map((row) => ({
    period: String(row.period),
    objective: Number(row.objective),
    from: Number(row.was),
    n: Number(row.n),
    reached: Number(row.reached),
  }));
}

function moveCountsSql(periods: readonly string[], group: CountedGroup): string {
  const own = "state = 'scored' AND NOT carried AND NOT agreed_standard";
  const next = periods
    .slice(1)
    .map((period, index) => `WHEN ${textLiteral(periods[index] ?? '')} THEN ${textLiteral(period)}`);
  return `
    SELECT later.period, later.objective, earlier.achieved AS was, count(*) AS n,
      count(*) FILTER (later.achieved > earlier.achieved) AS reached
    FROM (SELECT organisation, objective, achieved, CASE period ${next.join(' ')} END AS period
      FROM scores WHERE ${own}${membersSql(group, 'scores')}) AS earlier
    JOIN (SELECT organisation, objective, achieved, period
      FROM scores WHERE ${own}${membersSql(group, 'scores')}) AS later
      USING (organisation, objective, period)
    GROUP BY ALL`;
}
