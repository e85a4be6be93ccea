import { Problem } from '../kernel/problem.ts';
import { shorten } from '../kernel/shorten.ts';
import type { AssessmentRow } from '../model/assessment.ts';
import type { HeldRow } from '../model/held-row.ts';

/** The problem of a change to an assessment that is closed. */
export function assessmentClosed(organisation: string, period: string): Problem {
  return new Problem('ASSESSMENT_CLOSED', {
    place: `${organisation}, ${period}`,
    seen: 'closed',
    repair: `Reopen it first, with the reason: headroom open ${organisation} ${period} --reopen "…".`,
  });
}

/** The problem of a change that was made from a version of a row that is no longer the present one. */
export function rowChanged(
  place: string,
  given: { readonly version: number; readonly row: AssessmentRow | null },
  held: HeldRow,
): Problem {
  const who = held.by === null ? '' : ` by ${held.by}`;
  return new Problem('ROW_CHANGED', {
    place,
    seen: `version ${given.version}; it is now at version ${held.version}${who}: ${inWords(held.row)}`,
    allowed: `version ${held.version}`,
    repair: 'Look at what is there now, and send yours again with its version, or leave it.',
    data: { given, held },
  });
}

function inWords(row: AssessmentRow): string {
  const state =
    row.state === 'scored'
      ? row.score.label
      : row.state === 'not-applicable'
        ? 'not applicable'
        : 'not scored';
  return row.text === '' ? state : `${state}, “${shorten(row.text)}”`;
}
