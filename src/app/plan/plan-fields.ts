import { Problem } from '../../kernel/problem.ts';
import { canonicalText } from '../../model/cell-text.ts';
import { type PlanNote, planBounds } from '../../model/plan-row.ts';
import { plainLine, refuseControl } from '../workspace/plain-line.ts';

/** A day such as `2026-05-01`, if it is one that there is. @throws Problem BAD_VALUE that names the field */
export function planDay(field: string, written: string): string {
  const day = written.trim();
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)) return day;
  throw new Problem('BAD_VALUE', {
    place: field,
    seen: day.slice(0, 40) || 'nothing',
    allowed: 'a day such as 2026-05-01',
    repair: 'Give the day as year, month and day.',
  });
}

/** Text of a field as it is kept, in paragraphs; may be empty. @throws Problem BAD_VALUE that names the field */
export function planText(field: string, written: string, longest: number): string {
  refuseControl(field, written);
  const text = canonicalText(written);
  if (text.length <= longest) return text;
  throw new Problem('BAD_VALUE', {
    place: field,
    seen: `${text.length} characters`,
    allowed: `${longest} at most`,
    repair: 'Make it shorter.',
  });
}

/** A line that may be empty. @throws Problem BAD_VALUE that names the field */
export function planLine(field: string, written: string, longest: number): string {
  return written.trim() === '' ? '' : plainLine(field, written, longest, '');
}

/** Whole officer-days. @throws Problem BAD_VALUE */
export function planDays(days: number): number {
  if (Number.isInteger(days) && days >= 0 && days <= 100_000) return days;
  throw new Problem('BAD_VALUE', {
    place: 'days',
    seen: String(days),
    allowed: 'a whole number from 0 to 100000',
    repair: 'Give another number of officer-days.',
  });
}

/** Notes as they are kept; empty ones are left out. @throws Problem BAD_VALUE */
export function planNotes(notes: readonly PlanNote[]): readonly PlanNote[] {
  const kept = notes
    .map(({ text, audience }) => ({ text: planText('notes', text, planBounds.note), audience }))
    .filter(({ text }) => text !== '');
  if (kept.length <= planBounds.notes) return kept;
  throw new Problem('BAD_VALUE', {
    place: 'notes',
    seen: `${kept.length} notes`,
    allowed: `${planBounds.notes} at most`,
    repair: 'Put some of them together.',
  });
}
