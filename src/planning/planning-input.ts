import type { Advice } from '../model/advice.ts';
import type { Link } from '../model/link.ts';
import type { PlanRequest } from '../model/plan-request.ts';
import type { PlanningRules } from '../model/planning-rules.ts';

/** What a plan is made of: advice, links and rules from the pack, and what the organisation asks for. */
export interface PlanningInput {
  readonly advice: Advice;
  readonly links: readonly Link[];
  readonly rules: PlanningRules;
  readonly request: PlanRequest;
}
