import { Problem } from '../kernel/problem.ts';

/** The standard normal value that leaves 2.5% on each side, for 95% confidence. */
const z95 = 1.959963984540054;

/** Two ends of an interval of shares, each from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval, without continuity correction, for a share that was seen in `n` independent trials.
 * `n` may be an effective number and need not be whole: a pooled share has fewer independent trials than values.
 *
 * Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
 * @param z the standard normal value of the confidence wanted; 95% unless given
 * @returns null when `n` is 0
 * @throws Problem INTERNAL unless 0 ≤ share ≤ 1 and n ≥ 0
 */
export function wilsonOfShare(share: number, n: number, z: number = z95): Interval | null {
  if (!(share >= 0 && share <= 1 && n >= 0)) {
    throw new Problem('INTERNAL', {
      place: 'wilsonOfShare',
      seen: `${share} of ${n}`,
      allowed: 'a share from 0 to 1, of a number from 0',
      repair: 'Please report this, with what you did.',
    });
  }
  if (n === 0) return null;
  const spread = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / spread;
  const half = (z / spread) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: share === 0 ? 0 : centre - half, high: share === 1 ? 1 : centre + half };
}
