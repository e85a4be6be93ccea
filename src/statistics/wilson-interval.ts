import { share } from './share.ts';
import { type Interval, wilsonOfShare } from './wilson-of-share.ts';

export type { Interval };

/**
 * The Wilson score interval, without continuity correction, for the share that `count` is of `n`.
 *
 * Wilson, "Probable inference, the law of succession, and statistical inference" (1927):
 * `prop.test(count, n, correct = FALSE)` in R, `binomtest(count, n).proportion_ci(method="wilson")` in scipy.
 * @param z the standard normal value of the confidence wanted; 95% unless given
 * @returns null when `n` is 0
 * @throws Problem INTERNAL unless both are whole numbers with 0 ≤ count ≤ n
 */
export function wilsonInterval(count: number, n: number, z?: number): Interval | null {
  const { share: p } = share(count, n);
  return p === null ? null : wilsonOfShare(p, n, z);
}
