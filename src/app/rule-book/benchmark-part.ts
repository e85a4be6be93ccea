import type { Block, Words } from '../../model/written-document.ts';
import { heading, paragraph } from './blocks.ts';
import type { BookSource } from './source.ts';

/** By which bands figures about other organisations are put into words. */
export function benchmarkPart({ pack: { benchmark } }: BookSource): readonly Block[] {
  const { positions, uptake } = benchmark;
  return [
    heading(2, 'Words for figures about others', 'book-benchmark'),
    paragraph(
      '',
      'A position is the share of the others with a lower score, and half the share with the same one. A score that is the median of the others is in the first band.',
    ),
    {
      kind: 'table',
      caption: 'What is said of a position',
      head: ['From the middle', 'Above it', 'Below it'],
      rows: positions.map(({ upTo, above, below }, index): readonly Words[] => [
        [index === 0 ? `up to ${upTo}%` : `more than ${positions[index - 1]?.upTo}%, up to ${upTo}%`],
        [above],
        [below],
      ]),
    },
    paragraph(
      '',
      `Of those who stood at a level, the share that reached the next within one period is called “${uptake.words.typical}” from ${uptake.typical}% on, “${uptake.words.stretch}” from ${uptake.stretch}% on, and “${uptake.words.rare}” below. On fewer than ${uptake.fewest} nothing is said.`,
    ),
  ];
}
