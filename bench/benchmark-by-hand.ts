/** One figure of many as somebody would write it by hand for DuckDB, over the Parquet files of a panel. */
export interface ByHand {
  readonly distribution: string;
  readonly uptake: string;
  readonly causes: string;
}

/**
 * What a benchmark tells of a group, as SQL written by hand over the same Parquet: counts first, figures from them.
 * @param files the Parquet files, as SQL literals
 * @param viewer whose own answers are taken away and set beside, as an SQL literal
 * @param type the group: organisations of that type, as an SQL literal; null for all
 */
export function benchmarkByHand(
  files: { readonly scores: string; readonly causes: string; readonly organisations: string },
  viewer: string,
  type: string | null,
): ByHand {
  const members =
    type === null
      ? ''
      : ` AND organisation IN (SELECT organisation FROM ${files.organisations} WHERE type = ${type})`;
  const scores = `${files.scores}`;
  return {
    distribution: `
      WITH places AS (
        SELECT period, objective, (achieved + CASE WHEN working_towards IS NULL THEN 0 ELSE 0.5 END)::DOUBLE AS place, count(*) AS c
        FROM ${scores} WHERE state = 'scored' AND organisation <> ${viewer}${members} GROUP BY ALL
      ), own AS (
        SELECT period, objective, (achieved + CASE WHEN working_towards IS NULL THEN 0 ELSE 0.5 END)::DOUBLE AS own
        FROM ${scores} WHERE state = 'scored' AND organisation = ${viewer}
      ), run AS (
        SELECT *, sum(c) OVER (PARTITION BY period, objective ORDER BY place) AS upto,
          sum(c) OVER (PARTITION BY period, objective) AS n
        FROM places
      )
      SELECT period, objective, any_value(n)::INTEGER AS n,
        ${[1, 2, 3, 4, 5].map((level) => `(sum(c) FILTER (floor(place) = ${level}))::INTEGER AS at_${level}`).join(', ')},
        min(place) FILTER (upto >= ceil(n * 0.25)) AS lower,
        min(place) FILTER (upto >= ceil(n * 0.5)) AS median,
        min(place) FILTER (upto >= ceil(n * 0.75)) AS upper,
        coalesce(sum(c) FILTER (place >= 3), 0)::INTEGER AS satisfactory,
        CASE WHEN any_value(own) IS NOT NULL THEN coalesce(sum(c) FILTER (floor(place) >= floor(own)), 0)::INTEGER END AS at_or_above,
        CASE WHEN any_value(own) IS NOT NULL THEN (sum(c * CASE WHEN place < own THEN 1 WHEN place = own THEN 0.5 ELSE 0 END) / any_value(n))::DOUBLE END AS position
      FROM run LEFT JOIN own USING (period, objective) GROUP BY period, objective ORDER BY period, objective`,
    uptake: `
      WITH moving AS (
        SELECT organisation, objective, period::INTEGER AS year, achieved FROM ${scores}
        WHERE state = 'scored' AND NOT carried AND NOT agreed_standard AND organisation <> ${viewer}${members}
      )
      SELECT (b.year)::VARCHAR AS period, objective, a.achieved AS was, count(*)::INTEGER AS n,
        (count(*) FILTER (b.achieved > a.achieved))::INTEGER AS reached
      FROM moving a JOIN moving b USING (organisation, objective) WHERE b.year = a.year + 1
      GROUP BY ALL ORDER BY ALL`,
    causes: `
      SELECT period, objective, cause, control, count(*)::INTEGER AS given,
        (count(*) FILTER (achieved > level))::INTEGER AS beyond
      FROM (SELECT organisation, period, objective, cause, control, min(level) AS level
        FROM ${files.causes} GROUP BY ALL)
      JOIN ${scores} USING (organisation, period, objective)
      WHERE state = 'scored' GROUP BY ALL ORDER BY ALL`,
  };
}
