import { checkRequest } from './check-request.ts';
import { type PlanConflict, planConflict } from './conflict.ts';
import { levelDemands, levelsAYear } from './demands.ts';
import type { PlanningInput } from './planning-input.ts';
import { planSetting } from './setting.ts';

/**
 * The fewest demands of a request that cannot hold together; null where a plan meets all of them.
 * @throws Problem UNKNOWN_OBJECTIVE or BAD_VALUE for a request that does not fit the advice; PACK_BROKEN as `planSetting` does
 */
export function conflictOf(input: PlanningInput): PlanConflict | null {
  checkRequest(input.request, input.advice);
  const limits = { days: input.request.days, levelsAYear: levelsAYear(input) };
  return planConflict(planSetting(input), levelDemands(input), limits);
}
