import type { ComparedPool, LeftOutBecause } from '../../model/comparison.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
import { writtenCount } from '../../model/written-count.ts';
import { percent } from './percent.ts';
import { withheldWords } from './withheld-words.ts';

/** Several objectives beside those of others, in plain English, with what is left out and why. */
export function describePool(
  { objectives, pooled, leftOut, others, own, standing }: Omit<ComparedPool, 'sentence'>,
  { satisfactory }: Pick<Framework, 'satisfactory'>,
): string {
  const of = `${pooled.length} of ${countedNoun(objectives, 'objective')}`;
  const without = leftOutWords(leftOut);
  if (others === null) return `Nothing can be said of others${without === '' ? '' : `. ${without}`}.`;
  const share = `${percent(others.satisfactory)} are at ${satisfactory} or above`;
  const end = without === '' ? '' : ` ${without}.`;
  if (own === null || standing === null) return `Over ${of}, of the others’ scores ${share}.${end}`;
  const { lower, higher, words } = standing;
  const { n } = standing.atOrAbove;
  const here = percent({ count: own.satisfactory, n: own.n });
  return `Over ${of}: ${words}. Of the others’ ${countedNoun(n, 'score')} ${orNone(lower)} are lower than the one here on the same objective, ${orNone(n - lower - higher)} the same and ${orNone(higher)} higher; ${share}, here ${here}.${end}`;
}

function orNone(count: number): string {
  return count === 0 ? 'none' : writtenCount(count);
}

function leftOutWords(leftOut: ComparedPool['leftOut']): string {
  const reasons = Map.groupBy(leftOut, ({ because }) => because);
  const order: readonly LeftOutBecause[] = [
    'nobody-else',
    'few-others',
    'close-to-another',
    'singles-out',
    'nearly-all',
    'not-scored',
    'not-applicable',
  ];
  const parts = order.flatMap((because) => {
    const found = reasons.get(because) ?? [];
    return found.length === 0 ? [] : [`${found.length} (${withheldWords[because]})`];
  });
  return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}`;
}
