import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/kernel/problem.ts';
import { matches } from '../../src/kernel/schema.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { PlanChoice } from '../../src/model/plan-choice.ts';
import { choosePlan } from '../../src/planning/choose-plan.ts';
import { planConflict } from '../../src/planning/conflict.ts';
import { levelDemands, levelsAYear, type PlanDemand } from '../../src/planning/demands.ts';
import type { PlanningInput } from '../../src/planning/planning-input.ts';
import { planSetting } from '../../src/planning/setting.ts';
import { bestByHand, everyPlan } from './by-hand.ts';
import { questions } from './instances.ts';

const long = process.env['HEADROOM_TEST_LONG'] !== undefined;
const numRuns = long ? 3000 : 150;

/** The plan without its firmness; null where the demands cannot all be met. */
function plan(input: PlanningInput): PlanChoice | null {
  try {
    return choosePlan(input, { firm: false });
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'PLAN_IMPOSSIBLE') return null;
    throw thrown;
  }
}

const withDays = (input: PlanningInput, days: number): PlanningInput => ({
  ...input,
  request: { ...input.request, days },
});

function check(input: fc.Arbitrary<PlanningInput>, law: (input: PlanningInput) => void): void {
  fc.assert(fc.property(input, law), { numRuns });
}

describe('a plan', () => {
  it('is the best of every set of targets, demanded or not, and there is none where none can be', () => {
    check(questions(6, true), (input) => {
      const best = bestByHand(everyPlan(input), input.request.days);
      const found = plan(input);
      expect(found === null).toBe(best === undefined);
      if (found === null || best === undefined) return;
      expect(found).toMatchObject({ days: best.days, gain: best.gain });
      expect(new Map(found.targets.map(({ objective, level }) => [objective, level]))).toEqual(best.levels);
    });
  });

  it('has a frontier on which every number of days has its best plan', () => {
    check(questions(6, false), (input) => {
      const plans = everyPlan(input);
      const { frontier } = choosePlan(input, { firm: false });
      const best = Array.from({ length: 80 }, (_, days) => bestByHand(plans, days));
      const steps = best.filter((each, days) => each !== undefined && each.gain !== best[days - 1]?.gain);
      const seen = steps.map((each) => ({
        days: each?.days,
        gain: each?.gain,
        objectives: [...(each?.levels.keys() ?? [])],
      }));
      expect(frontier.map(({ days, gain, objectives }) => ({ days, gain, objectives }))).toEqual(seen);
    });
  });

  it('has the form of its schema, targets within ceilings, days within those there are, and every objective once', () => {
    check(questions(9, true), (input) => {
      const found = plan(input);
      if (found === null) return;
      expect(matches(PlanChoice, found)).toBe(true);
      expect(found.days).toBeLessThanOrEqual(found.budget);
      const { targets, leftOut } = found;
      for (const { from, level, ceiling } of targets) {
        expect(level).toBeGreaterThan(from);
        expect(level).toBeLessThanOrEqual(Math.min(ceiling, from + found.levelsAYear));
      }
      expect(targets.reduce((sum, { days }) => sum + days, 0)).toBe(found.days);
      expect(targets.reduce((sum, { gain }) => sum + gain, 0)).toBe(found.gain);
      const all = [...targets, ...leftOut].map(({ objective }) => objective).sort((a, b) => a - b);
      expect(all).toEqual(input.advice.objectives.map(({ objective }) => objective));
    });
  });

  it('never gains less with more days', () => {
    check(
      fc.tuple(questions(8, true), fc.nat(20)).map(([input, more]) => ({ ...input, more })),
      (input) => {
        const found = plan(input);
        if (found === null) return;
        const { more } = input as PlanningInput & { readonly more: number };
        expect(plan(withDays(input, found.budget + more))?.gain).toBeGreaterThanOrEqual(found.gain);
      },
    );
  });

  it('is the same whatever the order of objectives, links, demands and figures', () => {
    check(questions(8, true), (input) => {
      const { advice, links, request } = input;
      const turned: PlanningInput = {
        ...input,
        advice: { ...advice, objectives: advice.objectives.toReversed() },
        links: links.toReversed(),
        request: {
          ...request,
          stepDays: (request.stepDays ?? []).toReversed(),
          minimums: (request.minimums ?? []).toReversed(),
          locks: (request.locks ?? []).toReversed(),
        },
      };
      const [one, other] = [input, turned].map((each) => {
        try {
          return JSON.stringify(choosePlan(each, { firm: false }));
        } catch (thrown) {
          return String(thrown);
        }
      });
      expect(other).toBe(one);
    });
  });
});

describe('the reason for an objective left out', () => {
  it('is true: with the days that it names the plan has it, and with fewer it has not', () => {
    check(questions(7, true), (input) => {
      const found = plan(input);
      for (const { objective, reason } of found?.leftOut ?? []) {
        if (!('furtherDays' in reason)) continue;
        const has = (days: number) =>
          plan(withDays(input, days))?.targets.some((target) => target.objective === objective);
        const { budget, frontier } = found ?? { budget: 0, frontier: [] };
        if (reason.furtherDays === null) {
          expect(frontier.some(({ objectives }) => objectives.includes(objective))).toBe(false);
        } else {
          expect(reason.furtherDays).toBeGreaterThan(0);
          expect(has(budget + reason.furtherDays)).toBe(true);
          expect(has(budget + reason.furtherDays - 1)).toBe(false);
        }
      }
    });
  });

  it('is true: what takes its place, and what it waits on, is in the plan or not as it says', () => {
    check(questions(6, true), (input) => {
      const found = plan(input);
      if (found === null) return;
      const inPlan = new Set(found.targets.map(({ objective }) => objective));
      const plans = everyPlan(input);
      const scored = new Map(scoredAdvice(input.advice).map((each) => [each.objective, each]));
      for (const { objective, reason } of found.leftOut) {
        const having = plans.filter(({ levels }) => levels.has(objective));
        const best = bestByHand(having, found.budget);
        switch (reason.kind) {
          case 'not-scored':
            expect(scored.has(objective)).toBe(false);
            break;
          case 'top':
          case 'capped':
            expect(scored.get(objective)?.headroom).toBe(0);
            break;
          case 'held':
          case 'locked':
          case 'no-weight':
            expect(having).toEqual([]);
            break;
          case 'waits-on':
            for (const on of reason.on) {
              expect(inPlan.has(on)).toBe(false);
              const link = input.links.find(
                ({ kind, objectives, with: others }) =>
                  kind === 'waits-on' && objectives.includes(objective) && others.includes(on),
              );
              expect(link).toBeDefined();
            }
            break;
          case 'no-days':
            if (best === undefined) expect(reason.equalTo).toEqual([]);
            else expect(best.gain).toBe(found.gain);
            break;
          case 'worth-less': {
            expect(found.gain - (best?.gain ?? 0)).toBe(reason.lost);
            const lower = found.targets.filter(
              (target) => (best?.levels.get(target.objective) ?? 0) < target.level,
            );
            expect(reason.than).toEqual(lower.map((target) => target.objective));
          }
        }
      }
    });
  });
});

describe('demands that cannot hold together', () => {
  it('are as few as can be, and without any one of them the others can be met', () => {
    check(questions(5, true), (input) => {
      const demands = levelDemands(input);
      const pace = levelsAYear(input);
      const conflict = planConflict(planSetting(input), demands, {
        days: input.request.days,
        levelsAYear: pace,
      });
      const all: readonly PlanDemand[] = [
        { kind: 'days', days: input.request.days },
        { kind: 'levels-a-year', levels: pace },
        ...demands,
      ];
      const possible = (some: readonly PlanDemand[]) => {
        const days = some.find((each) => each.kind === 'days')?.days ?? 1000;
        const levels = some.find((each) => each.kind === 'levels-a-year')?.levels ?? 99;
        const asked = {
          days,
          levelsAYear: levels,
          minimums: some.flatMap((each) => (each.kind === 'minimum' ? [each] : [])),
          locks: some.flatMap((each) => (each.kind === 'lock' ? [each] : [])),
        };
        return bestByHand(everyPlan(input, asked), days) !== undefined;
      };
      expect(conflict === null).toBe(possible(all));
      if (conflict === null) return;
      expect(possible(conflict.demands)).toBe(false);
      for (const given of conflict.demands)
        expect(possible(conflict.demands.filter((each) => each !== given))).toBe(true);
      for (let size = 1; size < conflict.demands.length; size++)
        for (const set of ofSize(all, size)) expect(possible(set)).toBe(true);
    });
  });
});

function ofSize<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((first, index) =>
    ofSize(items.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}
