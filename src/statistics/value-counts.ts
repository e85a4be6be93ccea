import { Problem } from '../kernel/problem.ts';

/** How often a value occurs. */
export interface ValueCount {
  readonly value: number;
  readonly n: number;
}

/**
 * A table of counts in order of value, each value once, without those that do not occur; empty of nothing.
 * @throws Problem INTERNAL unless every value is finite and every count a whole number from 0
 */
export function valueCounts(counts: Iterable<ValueCount>): readonly ValueCount[] {
  const table = new Map<number, number>();
  for (const { value, n } of counts) {
    if (!Number.isFinite(value) || !Number.isSafeInteger(n) || n < 0) {
      throw new Problem('INTERNAL', {
        place: 'valueCounts',
        seen: `${n} times ${value}`,
        allowed: 'finite values, and whole numbers from 0 of each',
        repair: 'Please report this, with what you did.',
      });
    }
    if (n > 0) table.set(value, (table.get(value) ?? 0) + n);
  }
  return [...table].map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value);
}
