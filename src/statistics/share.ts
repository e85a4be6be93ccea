import { Problem } from '../kernel/problem.ts';

/** A count with the number that it is out of, and the two divided; `share` is null when `n` is 0. */
export interface Share {
  readonly count: number;
  readonly n: number;
  readonly share: number | null;
}

/**
 * The share that `count` is of `n`: count / n, from 0 to 1, unrounded; null when there is nothing to divide by.
 * @throws Problem INTERNAL unless both are whole numbers with 0 ≤ count ≤ n
 */
export function share(count: number, n: number): Share {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(n) || count < 0 || count > n) {
    throw new Problem('INTERNAL', {
      place: 'share',
      seen: `${count} of ${n}`,
      allowed: 'whole numbers, the count from 0 to n',
      repair: 'Please report this, with what you did.',
    });
  }
  return { count, n, share: n === 0 ? null : count / n };
}
