import { topLevel } from '../../model/framework.ts';
import type { TargetRule } from '../../model/target-rule.ts';
import type { Pack } from '../../pack/pack.ts';
import { type CaseColumn, caseColumns } from './case-columns.ts';
import { type ConditionScope, conditionSql } from './condition-sql.ts';
import { allOf, always, choice, isOneOf, least, literal, type Sql } from './dialect.ts';
import { type LimitSql, limitsSql } from './limits-sql.ts';

/** A pack's ceiling and target rules as queries over a table of cases. */
export interface PackSql {
  /** The name of the table of cases. */
  readonly table: string;
  readonly columns: readonly CaseColumn[];
  /** Makes the table of cases, empty. */
  readonly createTable: Sql;
  /**
   * One row a case: `case_id`; `ceiling`; `control` (external, internal, mixed; null where nothing binds);
   * `potential`; `rule` (the target rule), `stance` and `target`, null where no target rule holds.
   */
  readonly sql: Sql;
  /**
   * One row a case and cause, hedged and overtaken ones too: `case_id`, `rule`, `cause`, `control`, `level`,
   * `strength`, and `overtaken` and `binding` as 0 or 1. A rule from a comment can be two causes of one case: of what
   * was said at or above the score, and of what the score has overtaken.
   */
  readonly causesSql: Sql;
}

const table = 'cases';

/**
 * A pack's rules as queries for DuckDB, from the facts on, with the answers that the evaluator gives:
 *
 * ```text
 * cases ─ ceiling rules ─▶ limits: the least level of the external causes, and of the internal ones (the potential)
 *   ─▶ ceilings: the lesser of the two; control by which it is ─ target rules ─▶ chosen: the first by id that holds
 *   ─▶ rule, stance, target
 * ```
 *
 * The text holds only =, <>, IN, comparisons of integers, AND, OR, CASE and LEAST over columns that are never null.
 * Names are generated; what the pack says stands in literals. Rows come in any order.
 * @throws Problem PACK_BROKEN where a rule tests what has no column, or has a word that SQL cannot carry
 */
export function compilePackSql(pack: Pack): PackSql {
  const columns = caseColumns(pack);
  const names = columns.flatMap(({ fact, holds, name }): [string, Sql][] =>
    fact === null || holds !== 'value' ? [] : [[fact, name]],
  );
  const levels = pack.framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const scope = { columns: new Map(names), levels };
  const limits = limitsSql(pack, columns, scope);
  const top = literal(topLevel(pack.framework));
  return {
    table,
    columns,
    createTable: createTable(columns),
    sql: casesSql(limits, top, scope, pack),
    causesSql: causesSql(limits, top),
  };
}

function createTable(columns: readonly CaseColumn[]): Sql {
  return `CREATE TABLE ${table} (\n  ${columns.map(({ name, type }) => `${name} ${type} NOT NULL`).join(',\n  ')}\n)`;
}

/** The least level of the limits of one control, the top without any. */
function leastOf(limits: readonly LimitSql[], control: LimitSql['control'], top: Sql): Sql {
  const levels = limits
    .filter((limit) => limit.control === control)
    .map((limit) => choice([[limit.limits, limit.level]], top));
  return least([top, ...levels]);
}

function casesSql(limits: readonly LimitSql[], top: Sql, scope: ConditionScope, pack: Pack): Sql {
  const rules = pack.targets.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numbered = rules.map((rule, index) => ({ ...rule, number: index + 1 }));
  const chosen = choice(
    numbered.map(({ when, number }) => [conditionSql(when, scope), literal(number)]),
    literal(0),
  );
  const above = scope.levels
    .slice(1)
    .map((level): [Sql, Sql] => [`achieved < ${literal(level)}`, literal(level)]);
  const rising = chosenBy(numbered, ({ stance }) => stance === 'finish' || stance === 'advance');
  return `WITH limits AS (
  SELECT *,
    ${leastOf(limits, 'external', top)} AS external_limit,
    ${leastOf(limits, 'internal', top)} AS internal_limit
  FROM ${table}
), ceilings AS (
  SELECT *, ${least(['external_limit', 'internal_limit'])} AS ceiling
  FROM limits
), chosen AS (
  SELECT case_id, achieved, external_limit, internal_limit, ceiling,
    ${chosen} AS chosen
  FROM ceilings
)
SELECT case_id, ceiling,
  ${choice(
    [
      [`ceiling = ${top}`, 'NULL'],
      ['external_limit = internal_limit', literal('mixed')],
      ['external_limit < internal_limit', literal('external')],
    ],
    literal('internal'),
  )} AS control,
  internal_limit AS potential,
  ${choice(
    numbered.map(({ id, number }) => [`chosen = ${literal(number)}`, literal(id)]),
    'NULL',
  )} AS rule,
  ${choice(
    [...new Set(rules.map(({ stance }) => stance))].map((stance) => [
      chosenBy(numbered, (rule) => rule.stance === stance),
      literal(stance),
    ]),
    'NULL',
  )} AS stance,
  ${choice(
    [
      ['chosen = 0', 'NULL'],
      [rising, choice(above, 'achieved')],
    ],
    'achieved',
  )} AS target
FROM chosen`;
}

function chosenBy(
  rules: readonly (TargetRule & { readonly number: number })[],
  which: (rule: TargetRule) => boolean,
): Sql {
  const numbers = rules.filter(which).map(({ number }) => number);
  return numbers.length === 0 ? '1 = 0' : isOneOf('chosen', numbers);
}

function causesSql(limits: readonly LimitSql[], top: Sql): Sql {
  const parts = limits.flatMap(({ rule, control, causes }) =>
    causes.map(({ holds, level, strength, overtaken }) => {
      const stated = literal('stated');
      const binds = [
        strength === stated ? always : `${strength} = ${stated}`,
        `${level} = ceiling`,
        `ceiling < ${top}`,
      ];
      return `SELECT case_id,
  ${literal(rule.id)} AS rule, ${literal(rule.cause)} AS cause, ${literal(control)} AS control,
  ${level} AS level, ${strength} AS strength,
  ${overtaken ? '1' : '0'} AS overtaken, ${overtaken ? '0' : choice([[allOf(binds), '1']], '0')} AS binding
FROM ceilings
WHERE ${holds}`;
    }),
  );
  return `WITH ceilings AS (
  SELECT *,
    ${least([top, ...limits.map((limit) => choice([[limit.limits, limit.level]], top))])} AS ceiling
  FROM ${table}
)
${parts.join('\nUNION ALL\n')}`;
}
