import type { ChallengeQuote } from '../../model/challenge.ts';
import type { FollowedAction } from '../../model/follow-up.ts';
import type { Reading } from '../../model/reading.ts';
import { withoutEndMark } from '../reading/sentences.ts';
import type { Asked } from './ask.ts';
import { firstSentence } from './first-sentence.ts';

/** Actions of the earlier period of which the later one does not say what became. */
export function vanishedActions(
  followed: readonly FollowedAction[],
  later: readonly Reading[],
): readonly Asked[] {
  return followed.flatMap(({ objective, from, outcome, to }): readonly Asked[] => {
    const row = later.find((each) => each.objective === objective);
    if (outcome !== 'not-stated' || row === undefined) return [];
    const first = withoutEndMark(from.quote, firstSentence(from.quote, { start: 0, end: from.quote.length }));
    const action = from.quote.slice(first.start, first.end);
    const values = { earlier: from.period, later: row.period, action };
    const own: ChallengeQuote = { source: 'comment', objective, ...from };
    if (to === null) return [{ kind: 'action-vanished', row, values, quotes: [own] }];
    const quotes: readonly ChallengeQuote[] = [own, { source: 'comment', ...to }];
    return [{ kind: 'action-unclear', row, values: { ...values, words: to.quote }, quotes }];
  });
}
