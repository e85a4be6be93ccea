import type { Evaluation } from '../../../src/engine/evaluate.ts';
import { type CaseRow, caseRows } from '../../../src/engine/sql/case-rows.ts';
import { compilePackSql } from '../../../src/engine/sql/compile-pack-sql.ts';
import { scoredAdvice } from '../../../src/model/advice.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { answers, fillCases, withDuckDb } from './duckdb.ts';

/** What of the advice the SQL answers too, by case; causes as lines in order of rule. */
type Answers = ReadonlyMap<number, { readonly case: object; readonly causes: readonly string[] }>;

/** Evaluations and what DuckDB answers for the same cases. */
export interface Compared {
  readonly cases: number;
  readonly causes: number;
  /** The cases in which the two differ, the first twenty: both answers. */
  readonly differences: readonly unknown[];
  /** How many cases each target rule and each ceiling rule has, by DuckDB. */
  readonly rules: ReadonlyMap<string, number>;
}

/** Answers the cases of evaluations by the SQL of their pack, and compares. */
export async function compared(pack: Pack, evaluations: readonly Evaluation[]): Promise<Compared> {
  const rows: CaseRow[] = [];
  for (const evaluation of evaluations) rows.push(...caseRows(pack, evaluation, rows.length + 1));
  const wanted = advised(evaluations);
  const seen = await asked(pack, rows);
  const ids = [...new Set([...wanted.keys(), ...seen.answers.keys()])];
  return {
    cases: wanted.size,
    causes: seen.causes,
    differences: ids
      .map((id) => ({ id, wanted: wanted.get(id), seen: seen.answers.get(id) }))
      .filter((each) => JSON.stringify(each.wanted) !== JSON.stringify(each.seen))
      .slice(0, 20),
    rules: seen.rules,
  };
}

function advised(evaluations: readonly Evaluation[]): Answers {
  const cases = evaluations.flatMap(({ advice }) => scoredAdvice(advice));
  return new Map(
    cases.map(({ ceiling, potential, target }, index) => [
      index + 1,
      {
        case: {
          ceiling: ceiling.level,
          control: ceiling.control,
          potential,
          rule: target.rule,
          stance: target.stance,
          target: target.level,
        },
        causes: ceiling.causes
          .map((each) =>
            [
              each.rule,
              each.cause,
              each.control,
              each.level,
              each.strength,
              each.overtaken,
              each.binding,
            ].join(' '),
          )
          .sort(),
      },
    ]),
  );
}

async function asked(pack: Pack, rows: readonly CaseRow[]) {
  const compiled = compilePackSql(pack);
  const { cases, causes } = await withDuckDb(async (connection) => {
    await fillCases(connection, compiled, rows);
    return {
      cases: await answers(connection, compiled.sql),
      causes: await answers(connection, compiled.causesSql),
    };
  });
  const lines = Map.groupBy(causes, (each) => each['case_id']);
  const found: Answers = new Map(
    cases.map(({ case_id, ...rest }) => [
      Number(case_id),
      {
        case: rest,
        causes: (lines.get(case_id ?? null) ?? [])
          .map((each) =>
            [
              each['rule'],
              each['cause'],
              each['control'],
              each['level'],
              each['strength'],
              each['overtaken'] === 1,
              each['binding'] === 1,
            ].join(' '),
          )
          .sort(),
      },
    ]),
  );
  const rules = Map.groupBy([...cases, ...causes], ({ rule }) => String(rule));
  return {
    answers: found,
    causes: causes.length,
    rules: new Map([...rules].map(([rule, { length }]) => [rule, length])),
  };
}
