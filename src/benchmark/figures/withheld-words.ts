import type { LeftOutBecause } from '../../model/comparison.ts';

/** Why something is left out, as it ends a sentence that begins "Not given:" or "Left out:". */
export const withheldWords: Readonly<Record<LeftOutBecause, string>> = {
  'nobody-else': 'nobody else answered',
  'few-others': 'fewer than ten others answered',
  'close-to-another': 'beside the figures of another group it would show what a few answered',
  'singles-out': 'it would show what a single organisation answered',
  'nearly-all': 'nearly all others hold one level, so it is not counted',
  'not-scored': 'not scored here',
  'not-applicable': 'not applicable here',
};
