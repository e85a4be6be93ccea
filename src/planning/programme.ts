import { linkedObjectives } from '../model/linked-objectives.ts';
import type { Candidate } from './candidates.ts';
import { type Component, component, componentMarks, type Member } from './component.ts';
import type { LevelDemand } from './demands.ts';
import { type Setting, waitedOn } from './least-plan.ts';
import { bestPair, combined, type Mark, type Marks, nothing } from './marks.ts';
import type { DaysOf } from './step-days.ts';

/** The exact programme over everything that can rise. */
export interface Programme {
  /** In order of number. */
  readonly members: readonly Member[];
  readonly components: readonly Component[];
  /** The levels that a mark's choice goes to, by number of objective. */
  readonly risesOf: (mark: Mark) => ReadonlyMap<number, number>;
}

/**
 * Lays out what can rise under demands that can be met: linked objectives together, others each by itself, in order of
 * number.
 * @param pace the most levels that an objective rises by
 */
export function programme(setting: Setting, demands: readonly LevelDemand[], pace: number): Programme {
  const { byNumber, links, sharing } = setting;
  const movable = [...byNumber.values()].flatMap((candidate) => {
    const levels = levelsOf(candidate, demands, pace);
    return levels.length === 0 ? [] : [{ candidate, levels }];
  });
  const farthest = Math.max(
    1,
    ...movable.map(({ candidate, levels }) => (levels.at(-1) ?? 0) - candidate.achieved),
  );
  const width = BigInt(farthest.toString(2).length);
  const mask = (1n << width) - 1n;
  const members = movable.map(
    ({ candidate, levels }, index): Member => ({
      candidate,
      levels,
      required: candidate.asked,
      unit: 1n << (width * BigInt(movable.length - 1 - index)),
      waitsOn: waitedOn(links, candidate.objective).flatMap((on) => byNumber.get(on) ?? []),
    }),
  );
  const linked = linkedObjectives(links, ['waits-on', 'shares-action']);
  const groupOf = (objective: number) => linked.find((group) => group.includes(objective))?.[0] ?? objective;
  const groups = Map.groupBy(members, ({ candidate }) => groupOf(candidate.objective));
  return {
    members,
    components: [...groups.values()].map((group) => component(group, sharing)),
    risesOf: ({ key }) =>
      new Map(
        members.flatMap(({ candidate, unit }): readonly (readonly [number, number])[] => {
          const levels = Number((key / unit) & mask);
          return levels === 0 ? [] : [[candidate.objective, candidate.achieved + levels]];
        }),
      ),
  };
}

/** The levels that an objective may rise to; only the lowest where more would gain nothing. */
function levelsOf(
  { objective, achieved, highest, asked, weight }: Candidate,
  demands: readonly LevelDemand[],
  pace: number,
): readonly number[] {
  const own = demands.filter((demand) => demand.objective === objective);
  const locks = own.filter(({ kind }) => kind === 'lock').map(({ level }) => level);
  const lowest = Math.max(achieved + 1, ...own.map(({ level }) => level));
  const most = Math.min(highest, achieved + pace, ...locks);
  const levels = Array.from({ length: Math.max(0, most - lowest + 1) }, (_, index) => lowest + index);
  return asked && weight === 0 ? levels.slice(0, 1) : levels;
}

/** Every best plan, from the fewest days to those for everything that gains; empty where no plan fits in `most` days. */
export function bestPlans({ components }: Programme, daysOf: DaysOf, most?: number): Marks {
  return components.reduce<Marks>(
    (plans, each) =>
      combined(plans, componentMarks(each, daysOf, { ...(most === undefined ? {} : { most }) }), most),
    [nothing],
  );
}

/**
 * For each member, the best plan of so many days in which it rises; undefined where there is none. Made from the plans of
 * what comes before its component, of what comes after, and of the component with it.
 */
export function bestPlansWith(
  { components }: Programme,
  wanted: readonly Member[],
  daysOf: DaysOf,
  days: number,
): ReadonlyMap<Member, Mark | undefined> {
  const own = components.map((each) => componentMarks(each, daysOf, { most: days }));
  const before = running(own, days);
  const after = running(own.toReversed(), days).toReversed();
  return new Map(
    components.flatMap((each, index) => {
      const sought = each.members.filter((member) => wanted.includes(member));
      return sought.map((member) => {
        const having = componentMarks(each, daysOf, { having: member, most: days });
        const earlier = combined(before[index] ?? [], having, days);
        return [member, bestPair(earlier, after[index + 1] ?? [], days)] as const;
      });
    }),
  );
}

/** The plans of the first none, one, two … of some lists of marks. */
function running(lists: readonly Marks[], most: number): readonly Marks[] {
  let plans: Marks = [nothing];
  return [plans, ...lists.map((marks) => (plans = combined(plans, marks, most)))];
}
