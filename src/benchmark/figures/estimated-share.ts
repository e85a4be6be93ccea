import type { EstimatedShare } from '../../model/comparison.ts';
import { share } from '../../statistics/share.ts';
import { wilsonOfShare } from '../../statistics/wilson-of-share.ts';

/**
 * The share that `count` is of `n`, with its 95% Wilson interval.
 * @param trials as how many independent answers the `n` count: scores of one organisation hang together
 * @returns null where `n` is 0
 */
export function estimatedShare(count: number, n: number, trials: number = n): EstimatedShare | null {
  const { share: found } = share(count, n);
  const interval = found === null ? null : wilsonOfShare(found, trials);
  return found === null || interval === null ? null : { count, n, share: found, ...interval };
}
