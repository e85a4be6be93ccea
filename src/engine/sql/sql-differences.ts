import type { Database } from '../../duckdb/database.ts';
import { canonicalJson } from '../../kernel/canonical.ts';
import { scoredAdvice } from '../../model/advice.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Evaluation } from '../evaluate.ts';
import { type AnsweredCause, type CaseAnswer, caseAnswer } from './case-answer.ts';
import { type CaseRow, caseRows } from './case-rows.ts';
import { sqlAnswers } from './sql-answers.ts';

/** One thing that the SQL answers otherwise than the evaluator, both as JSON; of causes, those that only one has. */
export interface SqlDifference {
  readonly what: keyof CaseAnswer | 'answer';
  readonly engine: string;
  readonly sql: string;
}

/** What the SQL made of the scored objectives of evaluations. */
export interface SqlComparison {
  /** By place of the evaluation in the list, in order; those that agree are left out. */
  readonly differences: readonly {
    readonly evaluation: number;
    readonly objective: number;
    readonly differences: readonly SqlDifference[];
  }[];
  /** What the SQL answered, one for each scored objective. */
  readonly answers: readonly CaseAnswer[];
}

const whats = ['ceiling', 'control', 'potential', 'rule', 'stance', 'target'] as const;

/**
 * Answers what was evaluated once more, by the SQL of its pack, and names every difference: in ceiling, control,
 * potential, target rule, stance, target and causes; `answer` where only one of the two has any.
 * @throws Problem PACK_BROKEN for a pack that cannot be written as SQL
 */
export async function sqlDifferences(
  pack: Pack,
  evaluations: readonly Evaluation[],
  database: Database,
): Promise<SqlComparison> {
  const rows: CaseRow[] = [];
  for (const evaluation of evaluations) rows.push(...caseRows(pack, evaluation, rows.length + 1));
  const seen = await sqlAnswers(pack, rows, database);
  const wanted = evaluations.flatMap(({ advice }, evaluation) =>
    scoredAdvice(advice).map((one) => ({
      evaluation,
      objective: one.objective,
      answer: caseAnswer(one),
    })),
  );
  const differences = wanted.flatMap(({ evaluation, objective, answer }, index) => {
    const found = differing(answer, seen.get(index + 1));
    return found.length === 0 ? [] : [{ evaluation, objective, differences: found }];
  });
  return { differences, answers: [...seen.values()] };
}

function differing(engine: CaseAnswer, sql: CaseAnswer | undefined): readonly SqlDifference[] {
  if (sql === undefined) return [{ what: 'answer', engine: canonicalJson(engine), sql: 'null' }];
  const plain = whats.flatMap((what) => {
    const [one, other] = [canonicalJson(engine[what]), canonicalJson(sql[what])];
    return one === other ? [] : [{ what, engine: one, sql: other }];
  });
  const [one, other] = [engine.causes.map(written).toSorted(), sql.causes.map(written).toSorted()];
  if (one.join('\n') === other.join('\n')) return plain;
  const only = (these: readonly string[], those: readonly string[]) =>
    canonicalJson(these.filter((line) => count(these, line) !== count(those, line)));
  return [...plain, { what: 'causes', engine: only(one, other), sql: only(other, one) }];
}

function written({ rule, cause, control, level, strength, overtaken, binding }: AnsweredCause): string {
  const marks = [overtaken ? ', overtaken' : '', binding ? ', binding' : ''].join('');
  return `${rule}: ${cause} (${control}), level ${level}, ${strength}${marks}`;
}

function count(lines: readonly string[], line: string): number {
  return lines.filter((each) => each === line).length;
}
