import { type ValueCount, valueCounts } from './value-counts.ts';

/** How far n × share may lie above a whole number and still count as it: four times the machine's precision, as R has it. */
const fuzz = 4 * Number.EPSILON;

/**
 * The type-1 quantile of a table of counts: the smallest value that at least `share` of all do not exceed. It is
 * always a value that occurs.
 *
 * Hyndman and Fan, "Sample quantiles in statistical packages" (1996), definition 1: `quantile(x, p, type = 1)` in R,
 * `numpy.quantile(x, p, method="inverted_cdf")`.
 * @param share from 0 (the least value) to 1 (the greatest)
 * @returns null of no counts
 */
export function quantile(counts: Iterable<ValueCount>, share: number): number | null {
  const table = valueCounts(counts);
  const n = table.reduce((sum, each) => sum + each.n, 0);
  const wanted = Math.ceil(n * share * (1 - fuzz));
  let upTo = 0;
  for (const { value, n: here } of table) {
    upTo += here;
    if (upTo >= wanted) return value;
  }
  return table.at(-1)?.value ?? null;
}
