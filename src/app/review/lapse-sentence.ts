import type { LapsedCorrection } from '../../engine/corrected-cell.ts';
import type { ReadingCorrection } from '../../model/reading-correction.ts';

/** Why a decision no longer counts, in a sentence. */
export function lapseSentence(
  { quote, period, cause, ...decision }: ReadingCorrection,
  because: LapsedCorrection['because'],
): string {
  if (because === 'words') return `“${quote}” is no longer in the comment for ${period}.`;
  const factor = decision.decision === 'dismiss' ? null : decision.factor;
  const circumstance = factor === null ? '' : ` and the circumstance ${factor}`;
  return `The rules no longer have a reason of the kind ${cause}${circumstance} for “${quote}”.`;
}
