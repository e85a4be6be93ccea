import type { PlanRequest } from '../model/plan-request.ts';
import type { PlanningRules } from '../model/planning-rules.ts';

/** Officer-days for the step of an objective from the level below to `level`. */
export type DaysOf = (objective: number, level: number) => number;

/**
 * Officer-days as the request says, else as the rules assume: those of the very step, then those of every step of
 * the objective, then those of the level, then those of any step.
 */
export function requestedDays(rules: PlanningRules, { stepDays = [] }: PlanRequest): DaysOf {
  const said = saidDays(stepDays);
  const byLevel = new Map(rules.stepDaysByLevel.map(({ level, days }) => [level, days]));
  return (objective, level) => said(objective, level) ?? byLevel.get(level) ?? rules.stepDays;
}

/** Officer-days that the request itself says of a step; undefined where it says none. */
export function saidDays(
  stepDays: NonNullable<PlanRequest['stepDays']>,
): (objective: number, level: number) => number | undefined {
  const said = new Map(stepDays.map(({ objective, level, days }) => [`${objective} ${level}`, days]));
  return (objective, level) => said.get(`${objective} ${level}`) ?? said.get(`${objective} null`);
}
