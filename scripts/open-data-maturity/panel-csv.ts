import { toCsv } from '../../src/kernel/csv.ts';
import { levelOf } from './levels.ts';
import type { PublishedScores } from './published-scores.ts';
import { frameworkId } from './write-pack.ts';

/**
 * The scores in the form in which a panel comes, one row a country and question: "not applicable" is no score, whatever
 * points it was given, and neither is a question that was left without an answer ("Select answer for …").
 */
export function panelCsv({ questions, answers }: PublishedScores): string {
  const numbers = new Map(questions.map(({ id, most }, index) => [id, { number: index + 1, most }]));
  const rows = answers.map(({ country, question, answer, points }) => {
    const { number = 0, most = 1 } = numbers.get(question) ?? {};
    const state = stateOf(answer);
    const score = state === 'scored' ? String(levelOf(points / most)) : '';
    return [country, frameworkId, '2023', number, state, score] as const;
  });
  return toCsv(['organisation', 'framework', 'period', 'objective', 'state', 'score'], rows);
}

function stateOf(answer: string): 'scored' | 'not-applicable' | 'not-scored' {
  if (/^not applicable$/i.test(answer)) return 'not-applicable';
  return answer === '' || /^select answer/i.test(answer) ? 'not-scored' : 'scored';
}
