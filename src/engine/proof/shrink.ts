import { caseAt, type ProofDomain } from './domain.ts';
import type { PropertyCheck, Violation } from './properties.ts';

/** A violation, and the numbers of the values with which it was found. */
export interface Found {
  readonly chosen: readonly number[];
  readonly violation: Violation;
}

/**
 * A violation of the same property with as few facts away from the plainest as one change at a time finds: each
 * variable is given each value before its own, until none of these violates the property any more.
 */
export async function shrink(domain: ProofDomain, check: PropertyCheck, found: Found): Promise<Found> {
  for (const [index, value] of found.chosen.entries()) {
    for (let plainer = 0; plainer < value; plainer += 1) {
      const chosen = found.chosen.with(index, plainer);
      const violation = await check(caseAt(domain, chosen));
      if (violation !== null) return shrink(domain, check, { chosen, violation });
    }
  }
  return found;
}
