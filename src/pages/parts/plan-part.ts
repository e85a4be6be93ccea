import type { PlanReport } from '../../app/plan/plan-report.ts';
import { leadOf, rowWords } from '../plan-view.ts';
import { countWords } from './words.ts';

/** A plan for publication: what is proposed or agreed, without evidence and internal notes, and how many those are. */
export function planPart({ rows, days, note }: PlanReport) {
  const there = rows.filter(({ state }) => state !== 'withdrawn');
  const internal = there
    .flatMap(({ notes }) => notes)
    .filter(({ audience }) => audience === 'internal').length;
  return {
    lead: leadOf(there, days),
    rows: there.map(rowWords),
    note,
    assumed: there.some(({ daysFrom }) => daysFrom === 'assumed'),
    leftOut:
      internal === 0
        ? 'No internal note was left out.'
        : `${countWords(internal, 'internal note was', 'internal notes were')} left out.`,
  };
}
