import { countedNoun } from '../../model/counted-noun.ts';
import type { YearReport } from './year-report.ts';

/** What stands first of a year: how many objectives meet the organisation's own standard, then how many are entered. */
export function yearSentences({
  standard,
  counts,
  closed,
}: Pick<YearReport, 'standard' | 'counts' | 'closed'>): readonly string[] {
  const { objectives, entered, scored, notApplicable, missing, meets } = counts;
  const words = standard === null || standard.agreed === '' ? '' : `, agreed ${standard.agreed}`;
  const rule =
    standard === null
      ? 'No standard of the organisation’s own is recorded.'
      : scored === 0
        ? `The agreed standard is ${standard.level} everywhere${words}. Nothing is scored yet.`
        : `${meets} of ${scored} scored ${scored === 1 ? 'objective meets' : 'objectives meet'} the agreed standard: ${standard.level} everywhere${words}.`;
  const apart = notApplicable === 0 ? '' : ` (${notApplicable} not applicable)`;
  const state =
    missing === 0
      ? `All ${countedNoun(objectives, 'objective')} are entered${apart}.`
      : `${entered} of ${objectives} entered${apart}; ${missing} ${closed ? 'were not scored' : 'still to do'}.`;
  return [rule, state];
}
