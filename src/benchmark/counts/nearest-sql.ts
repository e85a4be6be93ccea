import { textLiteral } from '../../duckdb/text-literal.ts';
import { nearestMany } from '../peer-group.ts';

/**
 * SQL for who is nearest to an organisation, by period: `period, organisation`. The nearest (`nearestMany`) that scored anything
 * in the period, and itself where it did.
 */
export function nearestSql(organisation: string): string {
  const own = textLiteral(organisation);
  return `
    SELECT period, organisation FROM (
      SELECT period, organisation, place, row_number() OVER (PARTITION BY period, place = 0 ORDER BY place, organisation) AS rank
      FROM (
        SELECT DISTINCT scores.period, scores.organisation, known.place
        FROM scores JOIN (
          SELECT ${own} AS organisation, 0 AS place
          UNION ALL SELECT neighbour, min(place) FROM neighbours
          WHERE organisation = ${own} AND neighbour <> ${own} GROUP BY neighbour
        ) AS known USING (organisation)
        WHERE scores.state = 'scored'))
    WHERE rank <= ${nearestMany}`;
}
