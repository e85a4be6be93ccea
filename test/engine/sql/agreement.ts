import { openDatabase } from '../../../src/duckdb/open-database.ts';
import type { Evaluation } from '../../../src/engine/evaluate.ts';
import { type SqlComparison, sqlDifferences } from '../../../src/engine/sql/sql-differences.ts';
import type { Pack } from '../../../src/pack/pack.ts';

/** Evaluations and what DuckDB answers for the same cases. */
export interface Compared {
  readonly cases: number;
  readonly causes: number;
  /** The cases in which the two differ, the first twenty: what differs, by both. */
  readonly differences: SqlComparison['differences'];
  /** How many cases each target rule and each ceiling rule has, by DuckDB. */
  readonly rules: ReadonlyMap<string, number>;
}

/** Answers the cases of evaluations by the SQL of their pack, and compares. */
export async function compared(pack: Pack, evaluations: readonly Evaluation[]): Promise<Compared> {
  const database = await openDatabase({ folder: null, threads: 2 });
  try {
    const { differences, answers } = await sqlDifferences(pack, evaluations, database);
    const causes = answers.flatMap((answer) => answer.causes);
    const rules = Map.groupBy([...answers, ...causes], ({ rule }) => String(rule));
    return {
      cases: answers.length,
      causes: causes.length,
      differences: differences.slice(0, 20),
      rules: new Map([...rules].map(([rule, { length }]) => [rule, length])),
    };
  } finally {
    database.close();
  }
}
