import type { ComparedPool, LeftOutBecause } from '../../model/comparison.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
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
  const beside =
    own === null || standing === null
      ? `Over ${of}, of the others’ scores ${share}`
      : `Over ${of}: ${standing.words}; of the others’ scores ${share}, here ${percent({ count: own.satisfactory, n: own.n })}`;
  return `${beside}.${without === '' ? '' : ` ${without}.`}`;
}

function leftOutWords(leftOut: ComparedPool['leftOut']): string {
  const reasons = Map.groupBy(leftOut, ({ because }) => because);
  const order: readonly LeftOutBecause[] = [
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
