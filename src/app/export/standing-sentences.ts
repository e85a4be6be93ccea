import type { AgreedStandard } from '../../model/agreed-standard.ts';
import type { Assessment } from '../../model/assessment.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
import { levelName } from '../../model/framework-names.ts';

/**
 * How many objectives of a return meet the standard that was agreed, and how many are at the satisfactory level or
 * above, beside the return before it; and which are in no count. Where both are one level, one sentence says both.
 * @param standard null where none was agreed
 */
export function standingSentences(
  framework: Framework,
  assessment: Assessment,
  earlier: Assessment | null,
  standard: AgreedStandard | null,
): readonly string[] {
  const { satisfactory } = framework;
  const { period, rows } = assessment;
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const [none, open] = [count('not-applicable'), count('not-scored')];
  if (rows.length === none + open) return [`No objective is scored in ${period}.`];
  const name = levelName(framework, satisfactory);
  const then = (level: number, verb: string) => (earlier === null ? '' : before(earlier, level, verb));
  const agreedSentence = (level: number, agreed: string) => {
    const now = reached(assessment, level);
    const meet = now.count === 1 ? 'meets' : 'meet';
    const also = level === satisfactory ? ` ${name} is also the satisfactory level.` : '';
    return `In ${period}, ${now.count} of ${countedNoun(now.n, 'objective')} ${meet} ${standardWords(level, agreed)}${then(level, 'did')}.${also}`;
  };
  const satisfactorySentence = () => {
    const now = reached(assessment, satisfactory);
    const are = now.count === 1 ? 'is' : 'are';
    return `${now.count} of ${countedNoun(now.n, 'objective')} ${are} at ${name} or above in ${period}${then(satisfactory, 'were')}.`;
  };
  return [
    ...(standard === null || standard.level === null
      ? []
      : [agreedSentence(standard.level, standard.agreed)]),
    ...(standard?.level === satisfactory ? [] : [satisfactorySentence()]),
    ...(none + open === 0 ? [] : [`Not in these counts: ${none} not applicable, ${open} not scored.`]),
  ];
}

/** "the standard of 3 agreed in November 2021"; words that are no month or year stand in brackets. */
export function standardWords(level: number, agreed: string): string {
  if (/^(\p{L}+ )?\d{4}$/u.test(agreed)) return `the standard of ${level} agreed in ${agreed}`;
  return `the agreed standard of ${level}${agreed === '' ? '' : ` (${agreed})`}`;
}

function before(earlier: Assessment, level: number, verb: string): string {
  const { n, count } = reached(earlier, level);
  return n === 0 ? '' : `; in ${earlier.period}, ${count} of ${n} ${verb}`;
}

function reached({ rows }: Assessment, level: number): { readonly n: number; readonly count: number } {
  const scored = rows.flatMap((row) => (row.state === 'scored' ? [row.score] : []));
  return { n: scored.length, count: scored.filter(({ achieved }) => achieved >= level).length };
}
