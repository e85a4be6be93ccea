import { type ValueCount, valueCounts } from './value-counts.ts';

/**
 * The mid-rank position of a value among others: the share of them that are less, and half the share that equal it.
 * From 0 (all are greater) to 1 (all are less); half where all equal it.
 *
 * `percentileofscore(x, value, kind="mean") / 100` in scipy.
 * @returns null where there are no others
 */
export function midRank(others: Iterable<ValueCount>, value: number): number | null {
  let [n, twice] = [0, 0];
  for (const other of valueCounts(others)) {
    n += other.n;
    if (other.value < value) twice += 2 * other.n;
    else if (other.value === value) twice += other.n;
  }
  return n === 0 ? null : twice / (2 * n);
}
