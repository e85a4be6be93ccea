import { countedNoun } from '../model/counted-noun.ts';
import { linkedObjectives } from '../model/linked-objectives.ts';
import type { LevelDemand, PlanDemand } from './demands.ts';
import { describeDemand } from './demands.ts';
import { leastPlan, type Setting } from './least-plan.ts';

/** The smallest set of demands that cannot hold together: without any one of them the others can. */
export interface PlanConflict {
  readonly demands: readonly PlanDemand[];
  /** Why not, in one plain sentence. */
  readonly because: string;
}

/**
 * The fewest demands that cannot all be met, or null where all can. Demands on levels hang together only within
 * linked objectives, so sets of them are tried by size there; those that take too many days are found by an exact
 * programme: the most days that so many demands can force, over linked objectives and numbers of demands. Of sets
 * equally small, one without the days comes first, then the one that takes most days, then lower numbers.
 */
export function planConflict(
  setting: Setting,
  levels: readonly LevelDemand[],
  { days, levelsAYear }: { readonly days: number; readonly levelsAYear: number },
): PlanConflict | null {
  const pace = { kind: 'levels-a-year', levels: levelsAYear } as const;
  const least = leastPlan(setting, [pace, ...levels]);
  if (least.possible && least.days <= days) return null;
  const groups = groupsOf(setting, levels);
  const apart = smallest(groups.flatMap((group) => impossibleSet(setting, [pace, ...group]) ?? []));
  const dear = tooManyDays(setting, groups, days);
  const demands = smallest([apart ?? [], dear ?? []].filter(({ length }) => length > 0));
  if (demands === undefined) return null;
  return { demands, because: reason(setting, demands) };
}

/** Demands on objectives that hang together, and on single ones. */
function groupsOf({ links }: Setting, levels: readonly LevelDemand[]): readonly (readonly LevelDemand[])[] {
  const linked = linkedObjectives(links, ['waits-on', 'shares-action']);
  const groupOf = (objective: number) => linked.find((group) => group.includes(objective))?.[0] ?? objective;
  return [...Map.groupBy(levels, ({ objective }) => groupOf(objective)).values()];
}

function smallest<Item>(sets: readonly (readonly Item[])[]): readonly Item[] | undefined {
  return sets.toSorted((a, b) => a.length - b.length)[0];
}

/** The smallest sets of demands that no number of days meets: a list of one, or null where there is none. */
function impossibleSet(
  setting: Setting,
  demands: readonly PlanDemand[],
): readonly (readonly PlanDemand[])[] | null {
  if (leastPlan(setting, demands).possible) return null;
  for (let size = 1; size <= demands.length; size++)
    for (const set of subsets(demands, size)) if (!leastPlan(setting, set).possible) return [set];
  return null;
}

/** Every choice of so many of some things, in order. */
function* subsets<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, first] of items.entries())
    for (const rest of subsets(items.slice(index + 1), size - 1)) yield [first, ...rest];
}

/** Demands with the days that they force together. */
interface Forced {
  readonly days: number;
  readonly demands: readonly LevelDemand[];
}

/** The fewest demands that take more days than there are, with the demand on days; null where all fit. */
function tooManyDays(
  setting: Setting,
  groups: readonly (readonly LevelDemand[])[],
  days: number,
): readonly PlanDemand[] | null {
  let most: readonly (Forced | undefined)[] = [{ days: 0, demands: [] }];
  for (const group of groups) {
    const forced = forcedBySize(setting, group);
    const together: (Forced | undefined)[] = [];
    for (const [count, before] of most.entries())
      for (const [more, own] of forced.entries()) {
        if (before === undefined || own === undefined) continue;
        const sum = before.days + own.days;
        if (sum > (together[count + more]?.days ?? -1))
          together[count + more] = { days: sum, demands: [...before.demands, ...own.demands] };
      }
    most = together;
  }
  const over = most.find((forced) => forced !== undefined && forced.days > days);
  return over === undefined ? null : [{ kind: 'days', days }, ...over.demands];
}

/** For each number of a group's demands, those that force the most days; of an objective only the highest counts. */
function forcedBySize(setting: Setting, group: readonly LevelDemand[]): readonly (Forced | undefined)[] {
  const highest = [...new Map(group.map((demand) => [demand.objective, demand] as const)).values()].filter(
    ({ objective, level }) => level > (setting.byNumber.get(objective)?.achieved ?? level),
  );
  const bySize: (Forced | undefined)[] = [];
  for (let mask = 0; mask < 2 ** highest.length; mask++) {
    const demands = highest.filter((_demand, index) => (mask >> index) % 2 === 1);
    const least = leastPlan(
      setting,
      demands.map((demand) => ({ ...demand, kind: 'minimum' })),
    );
    if (least.possible && least.days > (bySize[demands.length]?.days ?? -1))
      bySize[demands.length] = { days: least.days, demands };
  }
  return bySize;
}

function reason(setting: Setting, demands: readonly PlanDemand[]): string {
  const least = leastPlan(setting, demands);
  if (least.possible) {
    const days = demands.find((demand) => demand.kind === 'days')?.days ?? 0;
    const levels = demands.filter((demand) => demand.kind !== 'days').map(describeDemand);
    const take = levels.length === 1 ? 'takes' : 'together take';
    return `${levels.join(', ')} ${take} ${countedNoun(least.days, 'officer-day')}; there are ${days}.`;
  }
  const { objective, needed, highest } = least;
  const candidate = setting.byNumber.get(objective);
  if (candidate === undefined) return `objective ${objective} is not scored.`;
  const { achieved, weight, asked, advice } = candidate;
  if (highest < achieved) return `objective ${objective} is at ${achieved} already.`;
  const why =
    highest < candidate.highest
      ? ''
      : advice.ceiling.level === highest
        ? ' (its ceiling)'
        : weight === 0 && !asked
          ? ' (its weight is 0)'
          : ' (the advice is to hold it)';
  const because = least.for === null ? '' : `, because objective ${least.for} waits on it`;
  return `objective ${objective} would have to reach ${needed}${because}, and can reach ${highest}${why}.`;
}
