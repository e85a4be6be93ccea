import { Problem } from '../../kernel/problem.ts';
import { settableFactorStates } from '../../model/factor.ts';
import type { Pack } from '../../pack/pack.ts';

/** A state that a circumstance of a pack is set to, from what was written. @throws Problem UNKNOWN_FACTOR, BAD_VALUE */
export function checkedState(
  pack: Pack,
  factor: string,
  written: string,
): (typeof settableFactorStates)[number] {
  if (!pack.factors.some(({ id }) => id === factor))
    throw new Problem('UNKNOWN_FACTOR', {
      place: pack.id,
      seen: factor,
      allowed: pack.factors.map(({ id }) => id).join(', ') || 'none',
      repair: 'Name one of these.',
    });
  const state = settableFactorStates.find((each) => each === written);
  if (state !== undefined) return state;
  throw new Problem('BAD_VALUE', {
    place: `circumstance ${factor}`,
    seen: written,
    allowed: settableFactorStates.join(', '),
    repair: 'Set it to one of these.',
  });
}
