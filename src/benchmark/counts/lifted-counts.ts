import { compilePackSql } from '../../engine/sql/compile-pack-sql.ts';
import type { Pack } from '../../pack/pack.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { panelCasesSql } from './panel-cases-sql.ts';

/** How many ceilings of an objective would be higher if a circumstance were there for everybody. */
export interface LiftedCount {
  /** Null for all circumstances together. */
  readonly factor: string | null;
  readonly objective: number;
  /** Scores in the panel. */
  readonly n: number;
  readonly rises: number;
}

/**
 * Raw counts of ceilings that would rise in a period, over all organisations, for every factor of the pack and for all
 * of them together, by the pack's own rules as SQL: each case is answered with the circumstance as it is and as a yes.
 * One query, nothing is kept. In order of factor as the pack has them, all together last, then objective.
 * @throws Problem PACK_BROKEN for a pack that cannot be written as SQL
 */
export async function liftedCounts(
  open: OpenPanel,
  pack: Pack,
  period: string,
): Promise<readonly LiftedCount[]> {
  const { table, sql } = compilePackSql(pack);
  const rows = await open.database.rows(`
    WITH ${table} AS MATERIALIZED (
      ${panelCasesSql(pack, period)}
    ), answered AS (
      SELECT organisation, objective, lift, ceiling
      FROM (${sql}) AS answers JOIN ${table} USING (case_id)
    )
    SELECT lifted.lift AS lift, objective, count(*) AS n,
      count(*) FILTER (lifted.ceiling > plain.ceiling) AS rises
    FROM answered AS plain JOIN answered AS lifted USING (organisation, objective)
    WHERE plain.lift = 0 AND lifted.lift > 0
    GROUP BY ALL ORDER BY lift, objective`);
  return rows.map((row) => ({
    factor: pack.factors[Number(row['lift']) - 1]?.id ?? null,
    objective: Number(row['objective']),
    n: Number(row['n']),
    rises: Number(row['rises']),
  }));
}
