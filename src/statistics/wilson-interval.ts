import { share } from './share.ts';

/** The standard normal value that leaves 2.5% on each side, for 95% confidence. */
const z95 = 1.959963984540054;

/** Two ends of an interval of shares, each from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval, without continuity correction, for the share that `count` is of `n`.
 *
 * Wilson, "Probable inference, the law of succession, and statistical inference" (1927):
 * `prop.test(count, n, correct = FALSE)` in R, `binomtest(count, n).proportion_ci(method="wilson")` in scipy.
 * @param z the standard normal value of the confidence wanted; 95% unless given
 * @returns null when `n` is 0
 * @throws Problem INTERNAL unless both are whole numbers with 0 ≤ count ≤ n
 */
export function wilsonInterval(count: number, n: number, z: number = z95): Interval | null {
  const { share: p } = share(count, n);
  if (p === null) return null;
  const spread = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / spread;
  const half = (z / spread) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}
