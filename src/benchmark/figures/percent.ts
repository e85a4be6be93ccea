import type { EstimatedShare } from '../../model/comparison.ts';
import { writtenCount } from '../../model/written-count.ts';

/** A share as it is read: "77% (24 of 31)". A share that is not quite none, or all, is never rounded to it. */
export function percent({ count, n }: Pick<EstimatedShare, 'count' | 'n'>): string {
  const rounded = Math.round((count / n) * 100);
  const shown = count > 0 && rounded === 0 ? 'under 1' : count < n && rounded === 100 ? 'over 99' : rounded;
  return `${shown}% (${writtenCount(count)} of ${writtenCount(n)})`;
}
