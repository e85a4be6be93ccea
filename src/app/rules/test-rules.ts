import { type Static, Type } from 'typebox';
import { coverage } from '../../engine/coverage.ts';
import { evaluator } from '../../engine/evaluate.ts';
import { runCases } from '../../engine/run-cases.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { loadComments } from '../../pack/comments.ts';
import { loadPack } from '../../pack/load.ts';
import { ReadingMeasure, readingMeasures } from './reading-measure.ts';
import { rulePacks } from './rule-packs.ts';
import { SqlAgreement, sqlAgreement } from './sql-agreement.ts';

/** What the worked cases of packs came to. */
export const RulesTest = Type.Object({
  schema: Type.Literal(1),
  packs: Type.Array(
    Type.Object({
      pack: Type.String({ description: 'As it was named.' }),
      sha256: Type.String(),
      cases: Type.Integer(),
      passed: Type.Integer(),
      otherwise: Type.Array(
        Type.Object({
          case: Type.String(),
          sentence: Type.String(),
          differences: Type.Array(
            Type.Object(
              { what: Type.String(), expected: Type.String(), seen: Type.String() },
              { description: 'Expected and seen are JSON.' },
            ),
          ),
        }),
        { description: 'Cases that came out otherwise than they say.' },
      ),
      sql: SqlAgreement,
      coverage: Type.Object({
        percent: Type.Number({ description: 'From 0 to 100; 100 is all.' }),
        touched: Type.Integer(),
        of: Type.Integer(),
        kinds: Type.Array(
          Type.Object({
            kind: Type.Union([
              Type.Literal('reading'),
              Type.Literal('ceilings'),
              Type.Literal('targets'),
              Type.Literal('causes'),
              Type.Literal('stances'),
            ]),
            of: Type.Integer(),
            untouched: Type.Array(Type.String(), { description: 'Ids that no case touches.' }),
          }),
        ),
      }),
      reading: Type.Array(ReadingMeasure, {
        description:
          'How well comments are read: for those that rules are written by, and for those kept apart.',
      }),
    }),
  ),
});
export type RulesTest = Frozen<Static<typeof RulesTest>>;

/**
 * The worked cases of a pack, answered by its rules and by its rules as SQL, what of the rules no case touches, and how
 * well its comments are read; of every pack where none is named.
 * @param sql `false`: the SQL is not run
 * @param keptApart `false`: reading is not measured on comments kept apart, for those who are writing rules
 * @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN
 */
export async function testRules(
  named?: string,
  { sql = true, keptApart = true }: { readonly sql?: boolean; readonly keptApart?: boolean } = {},
): Promise<RulesTest> {
  const packs: RulesTest['packs'][number][] = [];
  for (const { pack: name, folder } of rulePacks(named)) {
    const pack = loadPack(folder);
    const evaluate = evaluator(pack);
    const results = await runCases(pack, evaluate);
    const sets = loadComments(folder, pack).filter(({ use }) => keptApart || use !== 'kept-apart');
    packs.push({
      pack: name,
      sha256: pack.sha256,
      cases: results.length,
      passed: results.filter(({ passed }) => passed).length,
      otherwise: results
        .filter(({ passed }) => !passed)
        .map((result) => ({
          case: result.case.id,
          sentence: result.case.sentence,
          differences: result.differences,
        })),
      sql: await sqlAgreement(pack, results, { run: sql }),
      coverage: coverage(pack, results),
      reading: await readingMeasures(pack, evaluate, sets),
    });
  }
  return { schema: 1, packs };
}
