import { freeze } from '../kernel/freeze.ts';
import { Problem } from '../kernel/problem.ts';
import type { PlanChoice, PlannedTarget } from '../model/plan-choice.ts';
import { paidDays } from './bundle.ts';
import { checkRequest } from './check-request.ts';
import { planConflict } from './conflict.ts';
import { describeDemand, levelDemands, levelsAYear } from './demands.ts';
import { firmness } from './firmness.ts';
import { type Mark, within } from './marks.ts';
import type { PlanningInput } from './planning-input.ts';
import { bestPlans, type Programme, programme } from './programme.ts';
import { planSetting } from './setting.ts';
import { saidDays } from './step-days.ts';
import { whyNot } from './why-not.ts';

/**
 * The targets with the greatest weighted gain that the officer-days allow, proven best, with the reason for each
 * objective left out.
 *
 * ```
 * advice, rules, request → candidates → demands, checked → linked objectives, every choice among them
 *                                                        → one programme over all of them and every number of days
 * ```
 *
 * An objective that waits on another rises only if that one rises too or has achieved the level aimed at; one that is
 * not scored holds nothing up. Of plans that gain as much, the one of fewer days is taken, then the one with the
 * lower numbers of objectives. The order of anything in the input changes nothing.
 * @param firm whether the firmness is worked out as well, which takes 200 further programmes
 * @throws Problem PLAN_IMPOSSIBLE that names the fewest demands that cannot hold together; UNKNOWN_OBJECTIVE or
 *   BAD_VALUE for a request that does not fit the advice; PACK_BROKEN for links in a ring, or too many
 */
export function choosePlan(input: PlanningInput, { firm = true } = {}): PlanChoice {
  const { advice, rules, request } = input;
  checkRequest(request, advice);
  const setting = planSetting(input);
  const demands = levelDemands(input);
  const pace = levelsAYear(input);
  const budget = request.days;
  const conflict = planConflict(setting, demands, { days: budget, levelsAYear: pace });
  if (conflict !== null)
    throw new Problem('PLAN_IMPOSSIBLE', {
      seen: conflict.demands.map(describeDemand).join('; '),
      repair: `These cannot hold together: ${conflict.because} Change one of them.`,
      data: { demands: conflict.demands.map(({ kind }) => kind) },
    });
  const whole = programme(setting, demands, pace);
  const plans = bestPlans(whole, setting.daysOf);
  const chosen = within(plans, budget);
  if (chosen === undefined)
    throw new Problem('INTERNAL', { place: 'planning', repair: 'Please report this, with what you did.' });
  const firmly = firm ? firmness(whole, setting.daysOf, { budget, chosen }) : null;
  const { framework, organisation, basedOn, period, pack } = advice;
  const rises = whole.risesOf(chosen);
  const paid = paidDays(rises, setting.byNumber, setting.sharing, setting.daysOf);
  const said = saidDays(request.stepDays ?? []);
  const targets = [...rises].flatMap(([objective, level]): readonly PlannedTarget[] => {
    const candidate = setting.byNumber.get(objective);
    if (candidate === undefined) return [];
    const { name, section, score, ceiling, target } = candidate.advice;
    return [
      {
        objective,
        name,
        section,
        score: score.label,
        from: candidate.achieved,
        level,
        ceiling: ceiling.level,
        stance: target.stance,
        ...(paid.get(objective) ?? { days: 0, paidWith: null }),
        weight: candidate.weight,
        gain: candidate.gainOf(level),
        asked: candidate.asked,
        firmness: firmly?.ofTarget.get(objective) ?? null,
      },
    ];
  });
  return freeze({
    schema: 1,
    ...{ framework, organisation, basedOn, period, pack },
    ...{ budget, days: chosen.days, left: budget - chosen.days },
    gain: chosen.gain,
    levels: levelsOf(whole, chosen),
    levelsAYear: pace,
    targets,
    leftOut: [...whyNot(input, { setting, programme: whole, plans, chosen })],
    frontier: plans.map((mark) => ({
      days: mark.days,
      gain: mark.gain,
      levels: levelsOf(whole, mark),
      objectives: [...whole.risesOf(mark).keys()],
    })),
    firmness: firmly?.whole ?? null,
    stepDays: whole.members.flatMap(({ candidate: { objective, achieved }, levels }) =>
      Array.from({ length: (levels.at(-1) ?? achieved) - achieved }, (_, index) => {
        const level = achieved + index + 1;
        const from = said(objective, level) === undefined ? ('assumed' as const) : ('request' as const);
        return { objective, level, days: setting.daysOf(objective, level), from };
      }),
    ),
    note: rules.note,
  });
}

function levelsOf({ members, risesOf }: Programme, mark: Mark): number {
  const rises = risesOf(mark);
  return members.reduce((sum, { candidate }) => {
    const level = rises.get(candidate.objective) ?? candidate.achieved;
    return sum + level - candidate.achieved;
  }, 0);
}
