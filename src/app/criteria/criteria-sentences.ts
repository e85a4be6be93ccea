import type { Framework } from '../../model/framework.ts';
import type { ObjectiveCriteria } from './objective-criteria.ts';

type Part = Pick<ObjectiveCriteria, 'levels' | 'answered' | 'statements' | 'interval' | 'score'>;

/** What follows from the answers, in plain sentences; the last says so where the score lies outside what they allow. */
export function criteriaSentences(framework: Framework, part: Part): readonly string[] {
  const { answered, statements, interval, score } = part;
  const words = (level: number) => {
    const name = framework.levels.find((each) => each.level === level)?.name;
    return name === undefined ? String(level) : `${level} ${name}`;
  };
  const { low, high } = interval;
  if (statements === 0) return ['No words of this objective are held, so there is nothing to answer yet.'];
  if (answered === 0) return ['No statement is answered yet, so nothing follows.'];
  const found =
    low === high
      ? `The answers put it at ${words(low)}.`
      : `The answers leave open a level from ${words(low)} to ${words(high)}.`;
  if (score === null || score.place === 'within') return [found];
  const outside =
    score.place === 'above'
      ? `The score of ${score.achieved} is above that: a statement of level ${ruledOut(part)} is not met, and a level counts only if all below it do.`
      : `The score of ${score.achieved} is below that: every statement up to level ${low} is met.`;
  return [found, outside];
}

/** The lowest level above the interval: it is the one that has a statement that is not met. */
function ruledOut({ levels, interval }: Part): number {
  return levels.find(({ level }) => level > interval.high)?.level ?? interval.high;
}
