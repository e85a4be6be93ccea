import type { Reading } from '../model/reading.ts';
import { evidenceSentences } from './reading/evidence-sentences.ts';

/** Whether a row states an agreed standard in place of a comment: no sentence beside it says what its score rests on. */
export function restsOnStandard(reading: Reading): boolean {
  return reading.views.agreedStandard !== null && evidenceSentences(reading).length === 0;
}
