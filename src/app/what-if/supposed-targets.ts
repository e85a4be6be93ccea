import { scoredAdvice } from '../../model/advice.ts';
import type { PlanChoice } from '../../model/plan-choice.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { choosePlan } from '../../planning/choose-plan.ts';
import { conflictOf } from '../../planning/conflict-of.ts';
import { describeDemand, levelsAYear } from '../../planning/demands.ts';
import type { PlanningInput } from '../../planning/planning-input.ts';
import { adviceTarget } from './advice-target.ts';
import type { WhatIfConflict, WhatIfRequest, WhatIfTarget } from './what-if-report.ts';

type Ground = Omit<PlanningInput, 'request'>;

/** The targets by objective with the days that they take; without targets, why the demands cannot hold together. */
export interface SupposedTargets {
  readonly targets: ReadonlyMap<number, WhatIfTarget> | null;
  readonly days: number | null;
  readonly conflict: WhatIfConflict | null;
}

/** More officer-days than any plan takes. */
const enough = 1_000_000;

/**
 * The targets of advice under a request: with officer-days those that gain most in them, without them those of the advice
 * and what the request asks for. @throws Problem UNKNOWN_OBJECTIVE or BAD_VALUE; PACK_BROKEN as `choosePlan` does
 */
export function supposedTargets(ground: Ground, request: WhatIfRequest | null): SupposedTargets {
  const scored = scoredAdvice(ground.advice);
  const asked = [...(request?.minimums ?? []), ...(request?.locks ?? [])];
  if (request === null || (request.days === null && asked.length === 0)) {
    const targets = new Map(scored.map((one) => [one.objective, adviceTarget(one)]));
    return { targets, days: daysOfAdvice(ground, request), conflict: null };
  }
  const input = { ...ground, request: { ...request, days: request.days ?? enough } };
  const conflict = conflictOf(input);
  if (conflict !== null) {
    const demands = conflict.demands.map((demand) => ({
      kind: demand.kind,
      objective: 'objective' in demand ? demand.objective : null,
      text: describeDemand(demand),
    }));
    return { targets: null, days: null, conflict: { demands, because: conflict.because } };
  }
  const choice =
    request.days === null
      ? choosePlan({ ...ground, request: adviceAnd(ground, request) }, { firm: false })
      : choosePlan(input, { firm: false });
  return { targets: chosenTargets(ground, choice, asked), days: choice.days, conflict: null };
}

/** The officer-days that the targets of advice take; null where they cannot all be taken in one period. */
export function daysOfAdvice(ground: Ground, request: WhatIfRequest | null): number | null {
  const { stepDays = [] } = request ?? {};
  const wanted = adviceAnd(ground, { days: null, stepDays });
  if (conflictOf({ ...ground, request: wanted }) !== null) return null;
  return choosePlan({ ...ground, request: wanted }, { firm: false }).days;
}

/** A request for the targets of advice, and for nothing else but what is asked. */
function adviceAnd(ground: Ground, { days: _, weights: _weights, ...asked }: WhatIfRequest): PlanRequest {
  const settled = new Set(asked.locks?.map(({ objective }) => objective));
  const rises = scoredAdvice(ground.advice).flatMap(({ objective, score, target }) =>
    target.level > score.achieved && !settled.has(objective)
      ? [{ objective, level: target.level, by: target.level - score.achieved }]
      : [],
  );
  const sections = [...new Set(ground.advice.objectives.map(({ section }) => section))];
  const pace = levelsAYear({ ...ground, request: { days: enough, ...asked } });
  return {
    ...asked,
    days: enough,
    weights: { sections: sections.map((section) => ({ section, weight: 0 })) },
    minimums: [...(asked.minimums ?? []), ...rises.map(({ objective, level }) => ({ objective, level }))],
    levelsAYear: Math.max(pace, ...rises.map(({ by }) => by)),
  };
}

function chosenTargets(
  { advice }: Ground,
  choice: PlanChoice,
  asked: readonly { readonly objective: number; readonly level: number }[],
): ReadonlyMap<number, WhatIfTarget> {
  const chosen = new Map(choice.targets.map((one) => [one.objective, one.level]));
  const leftOut = new Map(choice.leftOut.map((one) => [one.objective, one.because]));
  return new Map(
    scoredAdvice(advice).map((one) => {
      const usual = adviceTarget(one);
      const level = chosen.get(one.objective);
      const { achieved } = one.score;
      const isAsked = asked.some((each) => each.objective === one.objective && each.level > achieved);
      if (level === undefined) {
        const because = leftOut.get(one.objective);
        return usual.level <= achieved || because === undefined
          ? [one.objective, usual]
          : [one.objective, { ...usual, level: achieved, openLevel: null, from: 'left-out', because }];
      }
      if (level === usual.level) return [one.objective, usual];
      if (isAsked)
        return [
          one.objective,
          { ...usual, level, openLevel: null, from: 'asked', because: 'It is asked for.' },
        ];
      const because = 'It is among the targets that gain most in the officer-days, or others wait on it.';
      return [one.objective, { ...usual, level, openLevel: null, from: 'chosen', because }];
    }),
  );
}
