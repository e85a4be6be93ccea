import { Problem } from '../kernel/problem.ts';

/** Products such as 10 × 0.3 that differ from a whole number by rounding alone count as whole; R has such a guard too. */
const fuzz = 4 * Number.EPSILON;

/**
 * The type-1 quantile: the smallest value at or below which at least the share `p` of the values lie. It is always
 * one of the values, never between two.
 *
 * Definition 1 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996), the inverse of the empirical
 * distribution function: `quantile(x, p, type = 1)` in R, `method="inverted_cdf"` in numpy.
 * @param p from 0 (the smallest value) to 1 (the largest)
 * @returns null for no values
 * @throws Problem INTERNAL if `p` is outside 0 to 1
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) {
    throw new Problem('INTERNAL', {
      place: 'quantile',
      seen: String(p),
      allowed: 'a share from 0 to 1',
      repair: 'Please report this, with what you did.',
    });
  }
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(sorted.length * p - fuzz * Math.max(1, sorted.length)));
  return sorted[rank - 1] ?? null;
}
