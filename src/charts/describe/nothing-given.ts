import { distinct } from '../distinct.ts';
import { listed } from './words.ts';

/** What of a row says whether it has figures. */
interface Answered {
  readonly why: string;
}

/**
 * Why rows about others have no figures at all, as one sentence; null where some have. A reason that is a sentence
 * of its own (it ends with a full stop) stands as it is.
 */
export function nothingGiven(rows: readonly Answered[]): string | null {
  if (rows.some(({ why }) => why === '')) return null;
  const reasons = distinct(rows.map(({ why }) => why));
  const [whole] = reasons.filter((why) => why.endsWith('.'));
  if (whole !== undefined) return whole;
  return reasons.length === 0
    ? 'There are no figures of others to show.'
    : `Figures of others are not given: ${listed(reasons)}.`;
}

/** How many rows are not given, and why, as a sentence; none where all are. */
export function notGiven(rows: readonly (Answered & { readonly partName: string })[]): readonly string[] {
  const withheld = Map.groupBy(
    rows.filter(({ why }) => why !== ''),
    ({ why }) => why,
  );
  return [...withheld].map(
    ([why, found]) => `Not given for ${listed(found.map(({ partName }) => partName))}: ${why}.`,
  );
}
