import type { ReadingMeasure } from '../../app/rules/reading-measure.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

type Share = ReadingMeasure['precision'];

const uses = {
  'to-write-by': 'that the rules were written by: how well they fit, not how well they read others',
  'kept-apart': 'kept apart from the rules: how well they read what they were not written by',
} as const;

/** How well comments of one use are read: what is right of what is read, what is found of what is meant, by cause. */
export function describeReading(measure: ReadingMeasure, width: number): readonly string[] {
  const { use, sets, n, precision, recall, byCause, levels, ceilings, cappedWrongly, stances } = measure;
  const row = (name: string, right: Share, found: Share) => [name, described(right), described(found)];
  return [
    ...wrap(
      `Reading ${countedNoun(n, 'comment')} ${uses[use]} (${sets.map(({ name }) => `comments/${name}.json`).join(', ')}).`,
      width,
    ),
    '',
    ...table(
      [{ title: 'Reasons' }, { title: 'Right, of those read' }, { title: 'Found, of those meant' }],
      [
        row('all', precision, recall),
        ...byCause.map((cause) => row(cause.cause, cause.precision, cause.recall)),
      ],
      width,
    ),
    '',
    ...wrap(
      `Level right: ${described(levels)} of the reasons found. Ceiling right: ${described(ceilings)} of the comments. Capped without a reason meant: ${described(cappedWrongly)}. Stance right: ${described(stances)}. In brackets: counts, and the 95% Wilson interval.`,
      width,
    ),
  ];
}

/** "84% (120 of 143; 77% to 89%)". */
function described({ count, n, share, low, high }: Share): string {
  if (share === null || low === null || high === null) return 'none';
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return `${percent(share)} (${count} of ${n}; ${percent(low)} to ${percent(high)})`;
}
