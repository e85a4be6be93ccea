import type { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Asked } from './ask.ts';
import { commentQuote } from './comment-quote.ts';

/**
 * Rows that quote the standard for another level than their score: as the comment names the level, else as the
 * pack holds the same words. Of a score such as 2/3, both levels fit.
 */
export function otherLevels(pack: Pack, rows: readonly Reading[]): readonly Asked[] {
  return rows.flatMap((row) => {
    const { score, views, text } = row;
    if (score === null || views.criterion === null) return [];
    const level =
      views.criterionLevel ??
      heldLevel(pack, row.objective, text.slice(views.criterion.start, views.criterion.end));
    if (level === null || level === score.achieved || level === score.workingTowards) return [];
    const quotes = [commentQuote(row, views.criterion)];
    return [{ kind: 'other-level', row, values: { score: score.label, level }, quotes }];
  });
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
