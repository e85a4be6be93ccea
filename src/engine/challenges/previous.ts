import { slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { matchedSpan } from '../reading/matched-span.ts';
import { sentencesIn } from '../reading/sentences.ts';
import type { StatementReader } from '../reading/statements.ts';
import type { Asked } from './ask.ts';
import { clauseOf } from './clause-of.ts';
import { commentQuote } from './comment-quote.ts';
import { movement, type PairedRows } from './paired-rows.ts';

/**
 * Comments that stand on the previous one, although the score moved, or that one is empty or states only an agreed
 * standard, or announces something that is now due.
 */
export function takenOver(
  pack: Pack,
  statements: StatementReader,
  pairs: readonly PairedRows[],
): readonly Asked[] {
  return pairs.flatMap((pair): readonly Asked[] => {
    const { before, after } = pair;
    if (after.views.asPrevious === null) return [];
    const own = commentQuote(after, after.views.asPrevious);
    const earlier = before.period;
    const words = own.quote;
    const asked: Asked[] = [];

    const moved = movement(pair);
    if (moved !== null && moved.by !== 0) {
      const values = { earlier, words, from: moved.from.label, to: moved.to.label };
      asked.push({ kind: 'previous-but-moved', row: after, values, quotes: [own] });
    }
    const { agreedStandard } = before.views;
    const sentences = before.views.commentary.flatMap((span) => sentencesIn(before.text, span));
    if (before.text.trim() === '' || (agreedStandard !== null && sentences.length <= 1)) {
      const quotes = agreedStandard === null ? [own] : [own, commentQuote(before, agreedStandard)];
      asked.push({ kind: 'previous-without-words', row: after, values: { earlier, words }, quotes });
    }
    for (const sentence of sentences) {
      const promised = matchedSpan(statements.whole(before.text, sentence), pack.challenges.promise);
      if (promised === null) continue;
      const values = { earlier, promise: slice(before.text, clauseOf(before.text, promised, sentence)) };
      asked.push({
        kind: 'previous-promise',
        row: after,
        values,
        quotes: [commentQuote(before, sentence), own],
      });
    }
    return asked;
  });
}
