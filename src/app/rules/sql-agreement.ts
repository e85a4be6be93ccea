import { type Static, Type } from 'typebox';
import { openDatabase } from '../../duckdb/open-database.ts';
import type { CaseResult } from '../../engine/run-cases.ts';
import { sqlDifferences } from '../../engine/sql/sql-differences.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Frozen } from '../../kernel/schema.ts';
import type { Pack } from '../../pack/pack.ts';

/** What the SQL of a pack made of its worked cases. */
export const SqlAgreement = Type.Object({
  state: Type.Union([Type.Literal('run'), Type.Literal('left-out'), Type.Literal('cannot-run')], {
    description: 'left-out: it was asked not to run. cannot-run: DuckDB cannot be loaded on this machine.',
  }),
  why: Type.Union([Type.String(), Type.Null()], { description: 'Why it cannot run; else null.' }),
  cases: Type.Integer({ description: 'How many it answered.' }),
  disagreements: Type.Array(
    Type.Object({
      case: Type.String(),
      sentence: Type.String(),
      differences: Type.Array(
        Type.Object(
          { what: Type.String(), engine: Type.String(), sql: Type.String() },
          {
            description:
              'What json-rules-engine and the SQL answer, as JSON; of causes, those that only one has.',
          },
        ),
      ),
    }),
    { description: 'Cases that the SQL answers otherwise than json-rules-engine.' },
  ),
});
export type SqlAgreement = Frozen<Static<typeof SqlAgreement>>;

/**
 * Answers worked cases once more, by the pack's rules as SQL in DuckDB, and compares. Without DuckDB it says so.
 * @throws Problem PACK_BROKEN for a pack that cannot be written as SQL
 */
export async function sqlAgreement(
  pack: Pack,
  results: readonly CaseResult[],
  { run = true }: { readonly run?: boolean } = {},
): Promise<SqlAgreement> {
  const none = { why: null, cases: 0, disagreements: [] };
  if (!run) return { state: 'left-out', ...none };
  const database = await openDatabase({ folder: null }).catch((thrown: unknown) => {
    if (thrown instanceof Problem && thrown.code === 'DUCKDB_MISSING') return thrown;
    throw thrown;
  });
  if (database instanceof Problem) return { ...none, state: 'cannot-run', why: database.message };
  try {
    const evaluations = results.map(({ evaluation }) => evaluation);
    const { differences, answers } = await sqlDifferences(pack, evaluations, database);
    return {
      state: 'run',
      why: null,
      cases: answers.length,
      disagreements: differences.flatMap(({ evaluation, differences: found }) => {
        const result = results[evaluation];
        return result === undefined
          ? []
          : [{ case: result.case.id, sentence: result.case.sentence, differences: found }];
      }),
    };
  } finally {
    database.close();
  }
}
