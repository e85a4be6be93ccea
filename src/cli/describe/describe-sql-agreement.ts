import type { SqlAgreement } from '../../app/rules/sql-agreement.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { indented, wrap } from './wrap.ts';

/** What the SQL made of worked cases, in lines: that it agrees, each case in which it does not, or that it was not run. */
export function describeSqlAgreement(
  { state, why, cases, disagreements }: SqlAgreement,
  width: number,
): readonly string[] {
  if (state === 'left-out') return wrap('The SQL was not run, as asked.', width);
  if (state === 'cannot-run')
    return [
      ...wrap(`The SQL was not run. ${why ?? ''}`, width),
      ...wrap('With --no-sql, the cases are answered by json-rules-engine alone.', width),
    ];
  if (disagreements.length === 0)
    return cases === 0 ? [] : wrap(`The SQL says the same of ${countedNoun(cases, 'case')}.`, width);
  return [
    ...wrap(`The SQL says otherwise of ${disagreements.length} of ${countedNoun(cases, 'case')}.`, width),
    ...disagreements.flatMap(({ case: id, sentence, differences }) => [
      '',
      ...wrap(`${id}: ${sentence}`, width),
      ...differences.flatMap(({ what, engine, sql }) =>
        indented(`${what}: json-rules-engine says ${engine}, the SQL ${sql}`, width, 2),
      ),
    ]),
  ];
}

/** Whether it is a finding: the SQL disagrees, or was asked for and cannot run. */
export function isSqlFinding({ state, disagreements }: SqlAgreement): boolean {
  return state === 'cannot-run' || disagreements.length > 0;
}
