import type { Reading } from '../../model/reading.ts';
import { slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { referenceFinder } from '../follow-up/references.ts';
import { sentencesIn } from '../reading/sentences.ts';
import type { Asked } from './ask.ts';
import { commentQuote } from './comment-quote.ts';
import { firstSentence } from './first-sentence.ts';

/**
 * Comments that refer to an objective that the framework does not have, or to the action of a row without one
 * in that period. A row that stands on the previous comment has that one's actions.
 * @param rows the rows of one period
 * @param earlier the rows of the period before; empty if there is none
 */
export function lostReferences(
  pack: Pack,
  rows: readonly Reading[],
  earlier: readonly Reading[],
): readonly Asked[] {
  const references = referenceFinder(pack);
  const numbers = new Set(pack.framework.objectives.map(({ number }) => number));
  const now = new Map(rows.map((row) => [row.objective, row]));
  const past = new Map(earlier.map((row) => [row.objective, row]));

  return rows.flatMap((row) =>
    references(row).flatMap((reference) =>
      reference.objectives.flatMap((objective): readonly Asked[] => {
        const values = { reference: slice(row.text, reference), row: objective };
        const sentence = sentencesIn(row.text, { start: 0, end: row.text.length }).find(
          ({ start, end }) => start <= reference.start && reference.start < end,
        );
        const own = commentQuote(row, sentence ?? reference);
        if (!numbers.has(objective)) return [{ kind: 'row-missing', row, values, quotes: [own] }];
        const there = now.get(objective);
        if (!reference.toAction || there === undefined || there.views.actions.length > 0) return [];
        const before = past.get(objective);
        const [action] = before?.views.actions ?? [];
        if (before === undefined || action === undefined) {
          return [{ kind: 'action-missing', row, values, quotes: [own] }];
        }
        if (there.views.asPrevious !== null) return [];
        const words = commentQuote(before, firstSentence(before.text, action));
        return [
          {
            kind: 'action-earlier',
            row,
            values: { ...values, earlier: before.period, action: words.quote },
            quotes: [own, words],
          },
        ];
      }),
    ),
  );
}
