import { seededRandom } from '../kernel/seeded-random.ts';
import type { Firmness } from '../model/plan-choice.ts';
import { type Mark, within } from './marks.ts';
import { bestPlans, type Programme } from './programme.ts';
import type { DaysOf } from './step-days.ts';

/** How many draws are made, and from which seed: the same for every plan. */
const [standardDraws, standardSeed] = [200, 1];

/** Firmness of the choice, and for each objective that rises the share of draws in which its target stays. */
export interface ChoiceFirmness {
  readonly whole: Firmness;
  readonly ofTarget: ReadonlyMap<number, number>;
}

/**
 * How firm a choice is against wrong estimates. In each draw the officer-days d of every step, in order of objective and
 * level, become a whole number drawn evenly from d − ⌊d/4⌋ to d + ⌊d/4⌋, and the best plan in the same days is made
 * anew. The choice stays in a draw if every objective has the same target; a draw in which the demands no longer fit
 * in the days counts as one in which nothing stays.
 */
export function firmness(
  programme: Programme,
  daysOf: DaysOf,
  { budget, chosen }: { readonly budget: number; readonly chosen: Mark },
  { draws = standardDraws, seed = standardSeed } = {},
): ChoiceFirmness {
  const random = seededRandom(seed);
  const rises = programme.risesOf(chosen);
  const kept = new Map([...rises.keys()].map((objective) => [objective, 0]));
  let stays = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = within(bestPlans(programme, drawnDays(programme, daysOf, random), budget), budget);
    if (drawn === undefined) continue;
    if (drawn.key === chosen.key) stays++;
    const levels = programme.risesOf(drawn);
    for (const [objective, level] of rises)
      if (levels.get(objective) === level) kept.set(objective, (kept.get(objective) ?? 0) + 1);
  }
  return {
    whole: { draws, stays, share: stays / draws, seed },
    ofTarget: new Map([...kept].map(([objective, times]) => [objective, times / draws])),
  };
}

function drawnDays(
  { members }: Programme,
  daysOf: DaysOf,
  random: (low: number, high: number) => number,
): DaysOf {
  const drawn = new Map<number, ReadonlyMap<number, number>>();
  for (const { candidate, levels } of members) {
    const { objective, achieved } = candidate;
    const steps = new Map<number, number>();
    for (let level = achieved + 1; level <= (levels.at(-1) ?? achieved); level++) {
      const days = daysOf(objective, level);
      const off = Math.floor(days / 4);
      steps.set(level, random(days - off, days + off));
    }
    drawn.set(objective, steps);
  }
  return (objective, level) => drawn.get(objective)?.get(level) ?? daysOf(objective, level);
}
