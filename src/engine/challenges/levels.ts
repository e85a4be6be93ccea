import type { Reading } from '../../model/reading.ts';
import { type Span, slice } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { sentencesIn } from '../reading/sentences.ts';
import type { StatementReader } from '../reading/statements.ts';
import { wordsOf } from '../reading/words.ts';
import type { Asked } from './ask.ts';
import { commentQuote } from './comment-quote.ts';

const fewestWords = 3;

/**
 * Rows that begin by quoting the standard for another level than their score: as the comment names the level, else as
 * the pack holds the same words. Of a score such as 2/3, both levels fit; so does a row that quotes its own level too.
 */
export function otherLevels(
  pack: Pack,
  statements: StatementReader,
  rows: readonly Reading[],
): readonly Asked[] {
  return rows.flatMap((row) => {
    const { score, views, text } = row;
    if (score === null || views.criterion === null || !beginsBy(text, views.criterion)) return [];
    const level = views.criterionLevel ?? heldLevel(pack, row.objective, slice(text, views.criterion));
    if (level === null) return [];
    const quoted = sentencesIn(text, { start: 0, end: text.length }).map(
      (sentence) => statements.whole(text, sentence).match(pack.reading.markers.criterion)?.level,
    );
    if ([level, ...quoted].some((each) => each === score.achieved || each === score.workingTowards))
      return [];
    const quotes = [commentQuote(row, views.criterion)];
    return [{ kind: 'other-level', row, values: { score: score.label, level }, quotes }];
  });
}

/** Whether a text's first sentence goes on with the quoted words after it names the level. */
function beginsBy(text: string, { start, end }: Span): boolean {
  const [first] = sentencesIn(text, { start: 0, end: text.length });
  return first !== undefined && wordsOf(text, start, Math.min(first.end, end)).length >= fewestWords;
}

function heldLevel(pack: Pack, objective: number, words: string): number | null {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const levels = pack.criteria
    .filter((held) => held.objective === objective && plain(held.text) === plain(words))
    .map(({ level }) => level);
  return levels.length === 1 ? (levels[0] ?? null) : null;
}

/** Scores beside an agreed standard that is another level. */
export function otherStandards(rows: readonly Reading[]): readonly Asked[] {
  return rows.flatMap((row) => {
    const { score, views } = row;
    const level = views.agreedStandard?.level ?? null;
    if (score === null || views.agreedStandard === null || level === null) return [];
    const below = score.achieved < level;
    if (!below && score.achieved === level) return [];
    const values = { score: score.label, level };
    const quotes = [commentQuote(row, views.agreedStandard)];
    return [{ kind: below ? 'below-standard' : 'above-standard', row, values, quotes }];
  });
}
