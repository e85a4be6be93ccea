import type { Control } from '../../model/cause.ts';
import type { CeilingRule } from '../../model/ceiling-rule.ts';
import type { Pack } from '../../pack/pack.ts';
import { levelBelow } from '../ceiling.ts';
import type { CaseColumn } from './case-columns.ts';
import { type ConditionScope, conditionSql } from './condition-sql.ts';
import { allOf, isOneOf, literal, type Sql } from './dialect.ts';

/** A ceiling rule over the table of cases. */
export interface LimitSql {
  readonly rule: CeilingRule;
  readonly control: Control;
  /** The level that it caps at. */
  readonly level: Sql;
  /** `stated` or `hedged`, where it holds. */
  readonly strength: Sql;
  /** It is a cause of the case, though it may not bind. */
  readonly holds: Sql;
  /** It is a cause that is stated and not overtaken. */
  readonly limits: Sql;
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
  const column = (fact: string, level = false): Sql =>
    columns.find((each) => each.fact === fact && each.level === level)?.name ?? 'NULL';
  const achieved = column('achieved');
  return pack.ceilings
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => {
      const control = pack.causes.find(({ id }) => id === rule.cause)?.control ?? 'internal';
      const when = conditionSql(rule.when, scope);
      if (rule.basis === 'comment') {
        const said = column(`said.${rule.signal}`);
        const level = column(`said.${rule.signal}`, true);
        return {
          rule,
          control,
          level,
          strength: said,
          holds: allOf([`${said} <> ${literal('none')}`, when]),
          limits: allOf([`${said} = ${literal('stated')}`, when, `${level} >= ${achieved}`]),
        };
      }
      const level = literal(levelBelow(rule.rulesOut, pack));
      const about =
        rule.basis === 'criterion'
          ? isOneOf(column('objective'), rule.objectives)
          : isOneOf(column('section'), rule.sections);
      const within = `${achieved} <= ${level}`;
      const claimed =
        rule.factor === null ? [] : [`${column(`factor.${rule.factor}`)} <> ${literal('claimed')}`];
      return {
        rule,
        control,
        level,
        strength: literal('stated'),
        holds: allOf([about, when, ...(claimed.length === 0 ? [] : [`(${within} OR ${claimed[0]})`])]),
        limits: allOf([about, within, when]),
      };
    });
}
