import { appliesTo } from '../../engine/facts.ts';
import { type CaseColumn, caseColumns } from '../../engine/sql/case-columns.ts';
import { allOf, anyOf, choice, isOneOf, literal, never, type Sql } from '../../engine/sql/dialect.ts';
import { topLevel } from '../../model/framework.ts';
import type { Pack } from '../../pack/pack.ts';

/**
 * A pack's table of cases from the tables of a panel, for one period, as a query: one row for each scored row and each
 * `lift`, with the columns of the table of cases, and `organisation` and `lift` besides.
 *
 * Lift 0 has the circumstances as they are; lift k the k-th factor of the pack as a yes; the last one all of them.
 * A cause stands for every signal by which a comment can give it, as stated; one that a rule from the rubric's words
 * gives on that objective at that level is that rule's, which the case has anyway. What a panel does not hold (paths,
 * decisions) is none: no ceiling depends on it. What is not said of a circumstance is unknown.
 */
export function panelCasesSql(pack: Pack, period: string): Sql {
  const columns = caseColumns(pack);
  const { objectives } = pack.framework;
  const when = literal(period);
  const factors = pack.factors.map(({ id }, index) => ({ id, index: index + 1 }));
  const signals = [...new Set(columns.flatMap(({ fact }) => (fact?.startsWith('said.') ? [fact] : [])))].map(
    (fact, index) => ({ fact, index: index + 1 }),
  );
  const said = signals.flatMap(({ fact, index }) => {
    const given = causedBy(pack, fact.slice('said.'.length));
    return [
      `min(level) FILTER (WHERE ${given} AND level >= achieved) AS above_${index}`,
      `min(level) FILTER (WHERE ${given} AND level < achieved) AS below_${index}`,
    ];
  });
  const settings = factors.map(
    ({ id, index }) => `max(setting) FILTER (WHERE factor = ${literal(id)}) AS setting_${index}`,
  );
  const scope = { pack, factors, signals };
  return `SELECT ${columns.map((column) => `${valueOf(column, scope)} AS ${column.name}`).join(',\n    ')},
    organisation, lift
  FROM (
    SELECT organisation, objective, achieved, working_towards FROM scores
    WHERE state = 'scored' AND period = ${when}
      AND ${isOneOf(
        'objective',
        objectives.map(({ number }) => number),
      )}
  ) AS scored
  LEFT JOIN (
    SELECT causes.organisation, causes.objective${said.map((part) => `,\n      ${part}`).join('')}
    FROM causes JOIN scores USING (organisation, period, objective)
    WHERE period = ${when} AND state = 'scored' AND NOT ${byRubric(pack)}
    GROUP BY ALL
  ) AS said USING (organisation, objective)
  LEFT JOIN (
    SELECT organisation${settings.map((part) => `,\n      ${part}`).join('')}
    FROM factors WHERE period = ${when} GROUP BY organisation
  ) AS settings USING (organisation)
  CROSS JOIN (SELECT unnest(range(${factors.length + 2}))::INTEGER AS lift) AS lifts`;
}

interface Scope {
  readonly pack: Pack;
  readonly factors: readonly { readonly id: string; readonly index: number }[];
  readonly signals: readonly { readonly fact: string; readonly index: number }[];
}

function valueOf({ fact, holds }: CaseColumn, { pack, factors, signals }: Scope): Sql {
  const { framework } = pack;
  if (fact === null) return '(row_number() OVER ())::INTEGER';
  if (fact === 'objective' || fact === 'achieved') return fact;
  if (fact === 'section')
    return choice(
      framework.sections.map(({ id }) => [
        isOneOf('objective', [
          -1,
          ...framework.objectives.filter(({ section }) => section === id).map(({ number }) => number),
        ]),
        literal(id),
      ]),
      literal(''),
    );
  if (fact === 'workingTowards') return `CASE WHEN working_towards IS NULL THEN 'no' ELSE 'yes' END`;
  const factor = factors.find(({ id }) => fact === `factor.${id}`);
  if (factor !== undefined)
    return `CASE WHEN lift IN (${factor.index}, ${factors.length + 1}) THEN 'yes' ELSE coalesce(setting_${factor.index}, 'unknown') END`;
  const signal = signals.find((each) => each.fact === fact);
  if (signal === undefined) return `'none'`;
  const [above, below] = [`above_${signal.index}`, `below_${signal.index}`];
  const stated = (condition: Sql) => `CASE WHEN ${condition} THEN 'stated' ELSE 'none' END`;
  const top = literal(topLevel(framework));
  switch (holds) {
    case 'value':
      return stated(`${above} IS NOT NULL OR ${below} IS NOT NULL`);
    case 'strength':
      return stated(`${above} IS NOT NULL`);
    case 'level':
      return `coalesce(${above}, ${top})`;
    case 'overtakenStrength':
      return stated(`${below} IS NOT NULL`);
    case 'overtakenLevel':
      return `coalesce(${below}, ${top})`;
  }
}

/** Whether a cause is one that a comment gives by a signal. */
function causedBy({ ceilings }: Pack, signal: string): Sql {
  const causes = ceilings.flatMap((rule) =>
    rule.basis === 'comment' && rule.signal === signal ? [rule.cause] : [],
  );
  return causes.length === 0 ? never : isOneOf('cause', [...new Set(causes)]);
}

/** Whether a cause is that of a rule from the rubric's words. */
function byRubric({ ceilings, framework }: Pack): Sql {
  const rules = ceilings.flatMap((rule) => {
    if (rule.basis === 'comment') return [];
    const about = framework.objectives.filter((objective) => appliesTo(rule, objective));
    return [
      allOf([
        `cause = ${literal(rule.cause)}`,
        `level = ${literal(rule.rulesOut - 1)}`,
        about.length === 0
          ? never
          : isOneOf(
              'causes.objective',
              about.map(({ number }) => number),
            ),
      ]),
    ];
  });
  return `(${anyOf(rules)})`;
}
