import type { Reading } from '../../model/reading.ts';
import { type Span, slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { sharedSubject } from '../follow-up/shared-subject.ts';
import { evidenceSentences } from '../reading/evidence-sentences.ts';
import { matchedSpan } from '../reading/matched-span.ts';
import { sentencesIn } from '../reading/sentences.ts';
import type { StatementReader } from '../reading/statements.ts';
import type { Asked } from './ask.ts';
import { clauseOf } from './clause-of.ts';
import { commentQuote } from './comment-quote.ts';
import { movement, type PairedRows } from './paired-rows.ts';

/** A sentence, and the words in it that a phrase found. */
interface Found {
  readonly sentence: Span;
  readonly words: Span;
}

/**
 * Rows whose comment holds less than the firm words of the standard that they quote ("on a monthly basis" against
 * "can also be shared"). The comment's sentence shares a word with the standard that is not common;
 * of the firm sentences, the one that shares most with it is quoted. A sentence that gives a limit is no such comment.
 */
export function weakenedCriteria(
  pack: Pack,
  statements: StatementReader,
  rows: readonly Reading[],
): readonly Asked[] {
  return rows.flatMap((row) => {
    const { text, views, score } = row;
    if (views.criterion === null || score === null) return [];
    const shared = sharedSubject(pack, row.objective);
    const wordsOf = (span: Span) => statements.whole(text, span).words;
    const criterion = wordsOf(views.criterion);
    const firm = findAll(statements, row, sentencesIn(text, views.criterion), pack.challenges.firm);
    const [weak] = findAll(statements, row, evidenceSentences(row), pack.challenges.weakened).filter(
      ({ sentence }) => shared(criterion, wordsOf(sentence)).weight > 0,
    );
    if (weak === undefined) return [];
    const weight = ({ sentence }: Found) => shared(wordsOf(sentence), wordsOf(weak.sentence)).weight;
    const [best] = firm.toSorted((a, b) => weight(b) - weight(a));
    if (best === undefined) return [];
    const values = { score: score.label, firm: slice(text, best.words), weak: slice(text, weak.words) };
    const quotes = [commentQuote(row, best.sentence), commentQuote(row, weak.sentence)];
    return [{ kind: 'criterion-weakened', row, values, quotes }];
  });
}

/** Rows whose score rose, with a comment that hedges and no standard quoted for it to be held against. */
export function weakenedRises(
  pack: Pack,
  statements: StatementReader,
  pairs: readonly PairedRows[],
): readonly Asked[] {
  return pairs.flatMap((pair) => {
    const moved = movement(pair);
    const { after } = pair;
    if (moved === null || moved.by <= 0 || after.views.criterion !== null) return [];
    const found = findAll(statements, after, evidenceSentences(after), pack.challenges.weakened);
    const [first] = found;
    if (first === undefined) return [];
    const values = { from: moved.from.label, to: moved.to.label, weak: slice(after.text, first.words) };
    const quotes = found.map(({ sentence }) => commentQuote(after, sentence));
    return [{ kind: 'rise-weakened', row: after, values, quotes }];
  });
}

function findAll(
  statements: StatementReader,
  { text }: Reading,
  sentences: readonly Span[],
  set: string,
): readonly Found[] {
  return sentences.flatMap((sentence) => {
    const words = matchedSpan(statements.whole(text, sentence), set);
    return words === null ? [] : [{ sentence, words: clauseOf(text, words, sentence) }];
  });
}
