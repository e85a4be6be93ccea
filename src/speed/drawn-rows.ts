import type { CaseColumn } from '../engine/sql/case-columns.ts';
import type { CaseRow } from '../engine/sql/case-rows.ts';
import type { PackSql } from '../engine/sql/compile-pack-sql.ts';
import type { DrawnCase } from './drawn-cases.ts';

/** The rows of the table of cases for drawn cases, numbered from 0. */
export function* drawnRows({ columns }: PackSql, cases: readonly DrawnCase[]): Generator<CaseRow> {
  for (const [index, each] of cases.entries())
    yield columns.map(({ fact, holds }) => (fact === null ? index : (valueOf(each, fact, holds) ?? 'none')));
}

/** A query for the cases of the table many times over, each time with numbers of their own. */
export function manyTimes({ table, columns }: PackSql, times: number, cases: number): string {
  const others = columns.slice(1).map(({ name }) => name);
  return `SELECT (case_id + time * ${cases})::INTEGER AS case_id, ${others.join(', ')} FROM ${table}, range(${times}) AS times(time)`;
}

function valueOf(
  { facts, levels }: DrawnCase,
  fact: string,
  holds: CaseColumn['holds'],
): string | number | undefined {
  if (holds === 'value') return facts[fact];
  const of = levels[fact] ?? Number.NaN;
  const overtaken = facts[fact] !== 'none' && of < Number(facts['achieved']);
  const belongs = overtaken === (holds === 'overtakenStrength' || holds === 'overtakenLevel');
  if (holds === 'level' || holds === 'overtakenLevel') return belongs ? of : levels['top'];
  return belongs ? facts[fact] : 'none';
}
