import type { Control } from '../../model/cause.ts';
import type { CeilingRule } from '../../model/ceiling-rule.ts';
import type { Pack } from '../../pack/pack.ts';
import type { CaseColumn } from './case-columns.ts';
import { type ConditionScope, conditionSql } from './condition-sql.ts';
import { allOf, isOneOf, literal, type Sql } from './dialect.ts';

/** A ceiling rule over the table of cases: what it caps, where it holds and the score has not overtaken it. */
export interface LimitSql {
  readonly rule: CeilingRule;
  readonly control: Control;
  /** The level that it caps at. */
  readonly level: Sql;
  /** It holds, is stated and is not overtaken. */
  readonly limits: Sql;
  /** The causes that it can be of a case: one at or above the score, one that the score has overtaken. */
  readonly causes: readonly CauseSql[];
}

/** One cause that a rule can be. */
export interface CauseSql {
  readonly holds: Sql;
  readonly level: Sql;
  /** `stated` or `hedged`, where it holds. */
  readonly strength: Sql;
  readonly overtaken: boolean;
}

/**
 * A pack's ceiling rules over the table of cases, in order of id.
 *
 * A rule from a comment is about the cases whose comment raises its signal; one from the rubric about its objectives
 * or sections, and not where its factor is claimed by a score that has overtaken it.
 */
export function limitsSql(
  pack: Pack,
  columns: readonly CaseColumn[],
  scope: ConditionScope,
): readonly LimitSql[] {
  const column = (fact: string, holds: CaseColumn['holds'] = 'value'): Sql =>
    columns.find((each) => each.fact === fact && each.holds === holds)?.name ?? 'NULL';
  return pack.ceilings
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => {
      const control = pack.causes.find(({ id }) => id === rule.cause)?.control ?? 'internal';
      const limit =
        rule.basis === 'comment' ? commentLimit(rule, column, scope) : rubricLimit(rule, column, scope);
      return { rule, control, ...limit };
    });
}

type Limit = Omit<LimitSql, 'rule' | 'control'>;
type Column = (fact: string, holds?: CaseColumn['holds']) => Sql;

function commentLimit(
  rule: Extract<CeilingRule, { basis: 'comment' }>,
  column: Column,
  scope: ConditionScope,
): Limit {
  const fact = `said.${rule.signal}`;
  const stated = conditionSql(rule.when, { ...scope, known: new Map([[fact, 'stated']]) });
  const when = conditionSql(rule.when, scope);
  const cause = (strength: Sql, level: Sql, overtaken: boolean): CauseSql => ({
    holds: allOf([`${strength} <> ${literal('none')}`, when]),
    level,
    strength,
    overtaken,
  });
  const [strength, level] = [column(fact, 'strength'), column(fact, 'level')];
  return {
    level,
    limits: allOf([`${strength} = ${literal('stated')}`, stated]),
    causes: [
      cause(strength, level, false),
      cause(column(fact, 'overtakenStrength'), column(fact, 'overtakenLevel'), true),
    ],
  };
}

function rubricLimit(
  rule: Exclude<CeilingRule, { basis: 'comment' }>,
  column: Column,
  scope: ConditionScope,
): Limit {
  const about =
    rule.basis === 'criterion'
      ? isOneOf(column('objective'), rule.objectives)
      : isOneOf(column('section'), rule.sections);
  const when = conditionSql(rule.when, scope);
  const level = literal(rule.rulesOut - 1);
  const out = literal(rule.rulesOut);
  const unclaimed =
    rule.factor === null ? [] : [`${column(`factor.${rule.factor}`)} <> ${literal('claimed')}`];
  const shared = { level, strength: literal('stated') };
  const limits = allOf([about, `achieved < ${out}`, when]);
  return {
    level,
    limits,
    causes: [
      { ...shared, holds: limits, overtaken: false },
      { ...shared, holds: allOf([about, `achieved >= ${out}`, when, ...unclaimed]), overtaken: true },
    ],
  };
}
