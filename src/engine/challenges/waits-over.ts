import type { Quoted } from '../../model/advice.ts';
import type { Reading } from '../../model/reading.ts';
import { type Span, slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { sharedSubject } from '../follow-up/shared-subject.ts';
import { spokenOf } from '../follow-up/spoken-of.ts';
import type { StatementReader } from '../reading/statements.ts';
import { wordsOf } from '../reading/words.ts';
import type { Asked } from './ask.ts';
import { commentQuote } from './comment-quote.ts';
import { firstSentence } from './first-sentence.ts';

const enough = 1;

/**
 * Earlier limits that waited for something ("until the policy is in place") which a later row of the same section
 * reports as done (of several, the one that says it most closely), while the later row of the objective itself does not say what became of what waited.
 */
export function waitsOver(
  pack: Pack,
  statements: StatementReader,
  earlier: readonly Reading[],
  later: readonly Reading[],
): readonly Asked[] {
  const sections = new Map(pack.framework.objectives.map(({ number, section }) => [number, section]));
  const now = new Map(later.map((row) => [row.objective, row]));
  const inOrder = later.toSorted((a, b) => a.objective - b.objective);

  return earlier.flatMap((before) => {
    const row = now.get(before.objective);
    const waiting = before.obstacles.find(
      ({ until, waitsOn, words }) => words.period === before.period && (until ?? waitsOn) !== null,
    );
    const moment = waiting?.until ?? waiting?.waitsOn ?? null;
    if (row === undefined || waiting === undefined || moment === null || saysMore(row, waiting.words))
      return [];
    const section = sections.get(before.objective);
    const shared = sharedSubject(pack, before.objective);
    const [best] = inOrder
      .filter(({ objective }) => objective !== before.objective && sections.get(objective) === section)
      .flatMap((other) => {
        const found = spokenOf(pack, statements, wordsOf(moment.quote), other, shared, enough);
        return found?.outcome === 'done' ? [{ other, found }] : [];
      })
      .toSorted((a, b) => b.found.shared.weight - a.found.shared.weight || length(a.found) - length(b.found));
    if (best === undefined) return [];
    const { other, found } = best;
    const words = slice(other.text, firstSentence(other.text, found));
    const values = { earlier: before.period, moment: moment.quote, row: other.objective, words };
    return [
      {
        kind: 'wait-over',
        row,
        values,
        quotes: [commentQuote(before, waiting.words), commentQuote(other, found)],
      },
    ];
  });

  function saysMore(row: Reading, words: Quoted & Span): boolean {
    const found = spokenOf(pack, statements, wordsOf(words.quote), row, sharedSubject(pack, row.objective));
    return row.views.asPrevious === null && found !== null && found.outcome !== 'not-stated';
  }
}

function length({ start, end }: Span): number {
  return end - start;
}
