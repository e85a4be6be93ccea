import type { CaseColumn } from '../src/engine/sql/case-columns.ts';
import type { PackSql } from '../src/engine/sql/compile-pack-sql.ts';

/** The ceiling and target rules of lga-nps-2018 as one would write them by hand, over the same table of cases. */
export function sqlByHand({ columns }: PackSql): string {
  const named = (fact: string, holds: CaseColumn['holds'] = 'value'): string => {
    const column = columns.find((each) => each.fact === fact && each.holds === holds);
    if (column === undefined) throw new Error(`no column for ${fact}`);
    return column.name;
  };
  const cap = (condition: string, level: string | number): string =>
    `CASE WHEN ${condition} THEN ${level} ELSE 5 END`;
  const comment = (signal: string, factor?: string): string => {
    const [said, level] = [named(`said.${signal}`, 'strength'), named(`said.${signal}`, 'level')];
    const absent = factor === undefined ? '' : ` AND ${named(`factor.${factor}`)} <> 'yes'`;
    return cap(`${said} = 'stated'${absent}`, level);
  };
  const rubric = (where: string, factor: string, level: number): string =>
    cap(`${where} AND ${named(`factor.${factor}`)} <> 'yes' AND achieved <= ${level}`, level);
  const suppliers = "section = 'engaging-strategic-suppliers'";
  return `
    WITH caps AS (
      SELECT *,
        LEAST(
          ${rubric("section = 'working-with-partners'", 'joint-delivery', 4)},
          ${rubric(suppliers, 'joint-supplier-programme', 3)},
          ${rubric(suppliers, 'regional-supplier-programme', 4)},
          ${rubric('objective = 56', 'joint-talent-development', 4)},
          ${rubric('objective = 57', 'shared-systems', 4)},
          ${comment('needs-joint-boards', 'joint-boards')},
          ${comment('needs-joint-strategies', 'joint-strategies')},
          ${comment('needs-joint-projects', 'joint-projects')},
          ${comment('needs-joint-supplier-management', 'joint-supplier-programme')},
          ${comment('needs-joint-working', 'joint-working-other')},
          ${comment('limited-by-regulation')},
          ${comment('limited-by-third-party')},
          ${comment('limited-by-market')}
        ) AS outside,
        LEAST(
          ${comment('limited-by-resources')},
          ${comment('limited-by-no-benefit')},
          ${comment('limited-by-remit')},
          ${comment('limited-by-dependency')}
        ) AS inside
      FROM cases
    ), ruled AS (
      SELECT case_id, achieved, outside, inside, LEAST(outside, inside) AS ceiling,
        CASE
          WHEN LEAST(outside, inside) = achieved THEN 'hold-at-the-ceiling'
          WHEN decision = 'hold' THEN 'hold-as-decided'
          WHEN working_towards = 'yes' THEN 'finish-what-is-under-way'
          WHEN path IN ('leads', 'aimed') THEN 'advance-by-an-action'
          WHEN achieved >= 4 THEN 'hold-what-is-high'
          WHEN path = 'unaimed' THEN 'open-unaimed-action'
          WHEN path = 'maintains' THEN 'open-maintaining-action'
          ELSE 'open-no-action'
        END AS rule
      FROM caps
    )
    SELECT case_id, ceiling,
      CASE
        WHEN ceiling = 5 THEN NULL
        WHEN outside = inside THEN 'mixed'
        WHEN outside < inside THEN 'external'
        ELSE 'internal'
      END AS control,
      inside AS potential,
      rule,
      CASE
        WHEN rule IN ('finish-what-is-under-way') THEN 'finish'
        WHEN rule IN ('advance-by-an-action') THEN 'advance'
        WHEN rule IN ('hold-at-the-ceiling', 'hold-as-decided', 'hold-what-is-high') THEN 'hold'
        ELSE 'open'
      END AS stance,
      CASE
        WHEN rule IN ('finish-what-is-under-way', 'advance-by-an-action') THEN achieved + 1
        ELSE achieved
      END AS target
    FROM ruled`;
}
