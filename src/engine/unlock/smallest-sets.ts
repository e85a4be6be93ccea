import type { Lifting } from './lifting.ts';

/** A set of circumstances, and the ceiling with it. */
export interface LiftingSet {
  readonly factors: readonly string[];
  readonly ceiling: number;
}

/** The sets that raise a ceiling, and how far the search went. */
export interface SmallestSets {
  readonly sets: readonly LiftingSet[];
  /** The size of the largest sets that were tried. */
  readonly largest: number;
  /** No set was left out. */
  readonly complete: boolean;
}

/** The most circumstances of which every set is tried; of more, all sets up to the size that takes as many trials. */
export const mostFactors = 12;

/**
 * Every set of circumstances that raises a ceiling and of which no smaller part raises it as far: by size, then the
 * highest ceiling first, then by id. Empty where nothing raises it.
 */
export function smallestSets({ factors, ceilingWith }: Lifting): SmallestSets {
  const now = ceilingWith(new Set());
  const highest = ceilingWith(new Set(factors));
  const largest = sizeWithin(factors.length);
  const sets: LiftingSet[] = [];
  for (let size = 1; size <= largest && highest > now; size += 1) {
    const found: LiftingSet[] = [];
    for (const members of combinations(factors, size)) {
      const lifted = new Set(members);
      // Lifting never lowers, so what a part of the set reaches is what the sets found in it reach.
      const reached = Math.max(
        now,
        ...sets.filter((each) => each.factors.every((id) => lifted.has(id))).map(({ ceiling }) => ceiling),
      );
      if (reached === highest) continue;
      const ceiling = ceilingWith(lifted);
      if (ceiling > reached) found.push({ factors: members, ceiling });
    }
    sets.push(...found.sort((a, b) => b.ceiling - a.ceiling));
  }
  return { sets, largest, complete: largest === factors.length };
}

/** The largest size of which all sets, and all smaller ones, are few enough to try; 1 at least. */
function sizeWithin(n: number): number {
  let tried = 1;
  let ofSize = 1;
  for (let size = 1; size <= n; size += 1) {
    ofSize = (ofSize * (n - size + 1)) / size;
    tried += ofSize;
    if (tried > 2 ** mostFactors && size > 1) return size - 1;
  }
  return n;
}

/** Every choice of `size` items, in the order of the items. */
export function* combinations(items: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) yield [];
  else
    for (const [index, item] of items.entries())
      for (const rest of combinations(items.slice(index + 1), size - 1)) yield [item, ...rest];
}
