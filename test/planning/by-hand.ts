import { scoredAdvice } from '../../src/model/advice.ts';
import type { PlanRequest } from '../../src/model/plan-request.ts';
import type { PlanningInput } from '../../src/planning/planning-input.ts';

/** A plan found by looking at every one: levels by number of objective, those that rise only. */
export interface PlanByHand {
  readonly days: number;
  readonly gain: number;
  readonly levels: ReadonlyMap<number, number>;
}

/** Every plan that advice, links and request allow, whatever its days. Written apart from the planner. */
export function everyPlan(input: PlanningInput, asked: PlanRequest = input.request): readonly PlanByHand[] {
  const { advice, links, rules, request } = input;
  const scored = scoredAdvice(advice).toSorted((a, b) => a.objective - b.objective);
  const weightOf = (objective: number, section: string) =>
    request.weights?.objectives?.find((each) => each.objective === objective)?.weight ??
    request.weights?.sections?.find((each) => each.section === section)?.weight ??
    1;
  const daysOf = (objective: number, level: number) =>
    request.stepDays?.find((each) => each.objective === objective && each.level === level)?.days ??
    request.stepDays?.find((each) => each.objective === objective && each.level === null)?.days ??
    rules.stepDaysByLevel.find((each) => each.level === level)?.days ??
    rules.stepDays;
  const wanted = [...(asked.minimums ?? []), ...(asked.locks ?? [])];
  // Who may rise at all depends on the whole request, also where only some of it is asked of the plan.
  const everWanted = [...(request.minimums ?? []), ...(request.locks ?? [])];
  const choices = scored.map(({ objective, section, score, ceiling, target }) => {
    const [from, weight] = [score.achieved, weightOf(objective, section)];
    const rise = everWanted.some((each) => each.objective === objective && each.level > from);
    const offered = (target.stance !== 'hold' && weight > 0) || rise;
    const most = offered ? Math.min(ceiling.level, from + (asked.levelsAYear ?? 99)) : from;
    const levels = [];
    for (let level = from; level <= most; level++) {
      let gain = 0;
      for (let step = from + 1; step <= level; step++)
        gain += weight * (step <= target.level ? rules.worth.suggested : rules.worth.open);
      levels.push({ objective, from, level, gain });
    }
    return levels;
  });
  const product = choices.reduce<(typeof choices)[number][]>(
    (plans, levels) => plans.flatMap((plan) => levels.map((level) => [...plan, level])),
    [[]],
  );
  const numbers = new Set(scored.map(({ objective }) => objective));
  return product.flatMap((plan) => {
    const at = (objective: number) => plan.find((each) => each.objective === objective);
    const meets =
      wanted.every((each) => numbers.has(each.objective)) &&
      (asked.minimums ?? []).every(({ objective, level }) => (at(objective)?.level ?? 0) >= level) &&
      (asked.locks ?? []).every(({ objective, level }) => at(objective)?.level === level);
    const waits = links.every(
      ({ kind, objectives, with: others }) =>
        kind !== 'waits-on' ||
        objectives.every((objective) => {
          const one = at(objective);
          if (one === undefined || one.level === one.from) return true;
          return others.every((each) => {
            const other = at(each);
            return other === undefined || other.level > other.from || other.from >= one.level;
          });
        }),
    );
    if (!meets || !waits) return [];
    const rising = plan.filter(({ from, level }) => level > from);
    const group = new Map(rising.map(({ objective }) => [objective, objective]));
    // Objectives without a rise still pass a shared action on.
    const all = new Map(
      [...numbers, ...links.flatMap((each) => [...each.objectives, ...each.with])].map((each) => [
        each,
        each,
      ]),
    );
    for (let round = 0; round < all.size; round++)
      for (const { kind, objectives, with: others } of links) {
        if (kind !== 'shares-action') continue;
        const members = [...objectives, ...others];
        const low = Math.min(...members.map((each) => all.get(each) ?? each));
        for (const each of members) all.set(each, low);
      }
    for (const each of group.keys()) group.set(each, all.get(each) ?? each);
    const first = new Map<number, number>();
    let days = 0;
    for (const { objective, from, level } of rising) {
      const shared = group.get(objective) ?? objective;
      first.set(shared, Math.max(first.get(shared) ?? 0, daysOf(objective, from + 1)));
      for (let step = from + 2; step <= level; step++) days += daysOf(objective, step);
    }
    for (const each of first.values()) days += each;
    const gain = rising.reduce((sum, each) => sum + each.gain, 0);
    return [{ days, gain, levels: new Map(rising.map(({ objective, level }) => [objective, level])) }];
  });
}

/** The best of some plans in so many days: most gain, then fewest days, then rises at lower numbers. */
export function bestByHand(plans: readonly PlanByHand[], days: number): PlanByHand | undefined {
  const numbers = [...new Set(plans.flatMap(({ levels }) => [...levels.keys()]))].sort((a, b) => a - b);
  return plans
    .filter((plan) => plan.days <= days)
    .toSorted((a, b) => {
      const differs = numbers.find((each) => a.levels.get(each) !== b.levels.get(each)) ?? 0;
      return (
        b.gain - a.gain || a.days - b.days || (b.levels.get(differs) ?? 0) - (a.levels.get(differs) ?? 0)
      );
    })[0];
}
