import { type AssessmentRow } from '../../model/assessment.ts';
import type { Level } from '../../model/framework.ts';
import { parseScore } from '../../model/score.ts';

/**
 * One objective's row from what stands in its score cell and its text cell: "NA" or "N/A" is not-applicable with the
 * text as its reason, an empty cell is not-scored.
 * @returns null where the score is not one of the framework
 */
export function assessmentRow(
  objective: number,
  written: string,
  text: string,
  levels: readonly Level[],
): AssessmentRow | null {
  if (written === '') return { objective, text, state: 'not-scored' };
  if (/^n\/?a$/i.test(written)) return { objective, text, state: 'not-applicable', reason: text };
  const score = parseScore(written, levels);
  return score === null ? null : { objective, text, state: 'scored', score };
}
