import { evidenceSentences } from '../reading/evidence-sentences.ts';
import { restsOnStandard } from '../rests-on-standard.ts';
import type { Asked } from './ask.ts';
import { commentQuote } from './comment-quote.ts';
import { movement, type PairedRows } from './paired-rows.ts';

/**
 * Scores that rose without a comment of their own to show it: without a word, or on the standard's words alone;
 * and, with a comment, from an agreed standard without one. At most one of the three for a row. A row that stands on
 * the previous comment is asked about elsewhere.
 */
export function unshownRises(pairs: readonly PairedRows[]): readonly Asked[] {
  return pairs.flatMap((pair): readonly Asked[] => {
    const moved = movement(pair);
    const { before, after } = pair;
    if (moved === null || moved.by <= 0 || after.views.asPrevious !== null) return [];
    const values = { from: moved.from.label, to: moved.to.label, earlier: before.period };
    const { criterion } = after.views;
    const { agreedStandard } = before.views;
    if (evidenceSentences(after).length === 0) {
      if (criterion === null) return [{ kind: 'rise-without-words', row: after, values, quotes: [] }];
      const quotes = [commentQuote(after, criterion)];
      return [{ kind: 'rise-on-criterion-alone', row: after, values, quotes }];
    }
    if (agreedStandard === null || !restsOnStandard(before)) return [];
    const quotes = [commentQuote(before, agreedStandard)];
    return [{ kind: 'rise-from-standard', row: after, values, quotes }];
  });
}
