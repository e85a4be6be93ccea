import type { ComparedObjective } from '../../model/comparison.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
import { percent } from './percent.ts';
import { withheldWords } from './withheld-words.ts';

/** One objective beside those of others, in plain English; names no one, and no rank. */
export function describeObjective(
  { own, others, standing }: Omit<ComparedObjective, 'sentence'>,
  { satisfactory }: Pick<Framework, 'satisfactory'>,
): string {
  const scored = own.score === null ? 'Not scored here' : `Scored ${own.score.label}`;
  const opening = own.state === 'not-applicable' ? 'Not applicable here' : scored;
  if (others.give === 'nothing')
    return `${opening}. Figures of the others are not given: ${withheldWords[others.because]}.`;
  if (others.give === 'nearly-all')
    return `${opening}. Nearly all others hold ${others.level}: ${countedNoun(others.n, 'other')} answered.`;
  const are = `at ${satisfactory} or above, which is satisfactory`;
  const about = `${percent(others.satisfactory)} are ${are}`;
  const median = `their median is ${others.quartiles.median.label}`;
  if (own.score === null || standing === null)
    return `${opening}. Of ${countedNoun(others.n, 'other')} ${about}; ${median}.`;
  const same = own.score.achieved === satisfactory;
  const both = `${percent(standing.atOrAbove)} are at ${own.score.achieved} or above and ${percent(others.satisfactory)} ${are}`;
  return `${opening}: ${standing.words} of ${countedNoun(others.n, 'other')}, of whom ${same ? about : both}; ${median}.`;
}
