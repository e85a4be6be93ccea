import { describeCauses } from '../../benchmark/figures/describe-caps.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { PanelCaps } from '../../model/panel-caps.ts';

/** Causes shown, and single circumstances; the data has all. */
const most = 8;

/** Sentences of what caps organisations of a panel, as a page or a terminal shows them. */
export interface ShownCaps {
  readonly causes: readonly string[];
  readonly lifts: readonly string[];
}

/**
 * The first eight causes and the first eight single circumstances, each list with how many more there are; all
 * circumstances together always, last.
 */
export function shownCaps({ causes, lifts }: Pick<PanelCaps, 'causes' | 'lifts'>): ShownCaps {
  const together = lifts.filter(({ factor }) => factor === null).map(({ sentence }) => sentence);
  const single = lifts.filter(({ factor }) => factor !== null);
  return {
    causes: describeCauses(causes, most),
    lifts: [...firstOf(single), ...together],
  };
}

function firstOf(all: readonly { readonly sentence: string }[]): readonly string[] {
  const shown = all.slice(0, most).map(({ sentence }) => sentence);
  const more = all.length - shown.length;
  return more === 0
    ? shown
    : [...shown, `${countedNoun(more, 'more circumstance')}: the data has all of them.`];
}
