import { appliesTo } from '../../engine/facts.ts';
import { testsOf } from '../../model/condition.ts';
import type { Objective } from '../../model/framework.ts';
import type { Pack } from '../../pack/pack.ts';

/**
 * Whether a circumstance could raise the ceiling of an objective at all, by the rules alone: one that caps it tests it.
 * @param said whether the panel holds causes, so that rules for comments can hold
 */
export function couldLift(
  { ceilings }: Pick<Pack, 'ceilings'>,
  factor: string,
  objective: Objective,
  said: boolean,
): boolean {
  return ceilings.some(
    (rule) =>
      (rule.basis === 'comment' ? said : appliesTo(rule, objective)) &&
      testsOf(rule.when).some(({ fact }) => fact === `factor.${factor}`),
  );
}
