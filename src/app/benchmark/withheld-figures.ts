import { withheldWords } from '../../benchmark/figures/withheld-words.ts';
import type { Withheld } from '../../model/benchmark-report.ts';
import type { Comparison, LeftOutBecause } from '../../model/comparison.ts';
import { countedNoun } from '../../model/counted-noun.ts';

const order: readonly LeftOutBecause[] = [
  'nobody-else',
  'few-others',
  'close-to-another',
  'singles-out',
  'nearly-all',
];

/** Objectives whose figures are withheld, by the reason; empty where all are given. */
export function withheldFigures({ objectives }: Comparison): readonly Withheld[] {
  return order.flatMap((because) => {
    const found = objectives
      .filter(({ others }) =>
        others.give === 'nothing' ? others.because === because : others.give === because,
      )
      .map(({ objective }) => objective);
    const sentence = `${countedNoun(found.length, 'objective')}: ${withheldWords[because]}.`;
    return found.length === 0 ? [] : [{ because, objectives: found, sentence }];
  });
}
