import type { Assessment } from '../../model/assessment.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
import { levelName } from '../../model/framework-names.ts';

/** How many objectives of a return are at the satisfactory level or above, beside the return before it; and which are in no count. */
export function standingSentences(
  framework: Framework,
  assessment: Assessment,
  earlier: Assessment | null,
): readonly string[] {
  const { satisfactory } = framework;
  const now = reached(assessment, satisfactory);
  if (now.n === 0) return [`No objective is scored in ${assessment.period}.`];
  const before = earlier === null ? null : reached(earlier, satisfactory);
  const then =
    earlier === null || before === null || before.n === 0
      ? ''
      : `; in ${earlier.period}, ${before.count} of ${before.n} were`;
  const count = (state: string) => assessment.rows.filter((row) => row.state === state).length;
  const [none, open] = [count('not-applicable'), count('not-scored')];
  const are = now.count === 1 ? 'is' : 'are';
  return [
    `${now.count} of ${countedNoun(now.n, 'objective')} ${are} at ${levelName(framework, satisfactory)} or above in ${assessment.period}${then}.`,
    ...(none + open === 0 ? [] : [`Not in these counts: ${none} not applicable, ${open} not scored.`]),
  ];
}

function reached({ rows }: Assessment, level: number): { readonly n: number; readonly count: number } {
  const scored = rows.flatMap((row) => (row.state === 'scored' ? [row.score] : []));
  return { n: scored.length, count: scored.filter(({ achieved }) => achieved >= level).length };
}
