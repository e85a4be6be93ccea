import { furtherDays } from './bundle.ts';
import type { Candidate } from './candidates.ts';
import { combined, type Mark, type Marks, nothing, united, worthHaving } from './marks.ts';
import type { DaysOf } from './step-days.ts';

/** An objective that can rise in a plan, with the levels that it may go to. */
export interface Member {
  readonly candidate: Candidate;
  /** Ascending, at least one. */
  readonly levels: readonly number[];
  /** A demand leaves it no choice but to rise. */
  readonly required: boolean;
  /** What rising by one level adds to a key. */
  readonly unit: bigint;
  /** The scored objectives that it waits on. */
  readonly waitsOn: readonly Candidate[];
}

/** One set of objectives of a component that may rise together, with the levels that links then leave them. */
interface RisingSet {
  readonly rising: readonly { readonly member: Member; readonly levels: readonly number[] }[];
  /** Groups of those that share an action. */
  readonly sharing: readonly (readonly Member[])[];
}

/** Linked objectives that can rise; nothing else in the plan depends on them but the days. */
export interface Component {
  readonly members: readonly Member[];
  readonly sets: readonly RisingSet[];
}

/**
 * Every set of a component's members that may rise together. One may go to a level if each that it waits on rises
 * too or has achieved that level already.
 */
export function component(members: readonly Member[], sharing: readonly (readonly number[])[]): Component {
  const sets = Array.from({ length: 2 ** members.length }, (_, mask) => {
    const chosen = members.filter((_member, index) => (mask >> index) % 2 === 1);
    return risingSet(members, chosen, sharing);
  });
  return { members, sets: sets.filter((set) => set !== null) };
}

function risingSet(
  members: readonly Member[],
  chosen: readonly Member[],
  sharing: readonly (readonly number[])[],
): RisingSet | null {
  if (members.some((member) => member.required && !chosen.includes(member))) return null;
  const numbers = new Set(chosen.map(({ candidate }) => candidate.objective));
  const rising = chosen.map((member) => {
    const open = member.waitsOn.filter(({ objective }) => !numbers.has(objective));
    const levels = member.levels.filter((level) => open.every(({ achieved }) => achieved >= level));
    return { member, levels };
  });
  if (rising.some(({ levels }) => levels.length === 0)) return null;
  const groups = sharing.map((group) =>
    chosen.filter(({ candidate }) => group.includes(candidate.objective)),
  );
  return { rising, sharing: groups.filter(({ length }) => length > 1) };
}

/**
 * The choices within a component that are worth having.
 * @param allowed which sets are looked at; all unless given
 * @param most the most days
 */
export function componentMarks(
  { sets }: Component,
  daysOf: DaysOf,
  { having, most = Number.POSITIVE_INFINITY }: { readonly having?: Member; readonly most?: number } = {},
): Marks {
  let best: Marks = [];
  for (const { rising, sharing } of sets) {
    if (having !== undefined && !rising.some(({ member }) => member === having)) continue;
    let marks: Marks = [{ ...nothing, days: -savedDays(sharing, daysOf) }];
    for (const { member, levels } of rising) {
      marks = combined(marks, worthHaving(levels.map((level) => stepMark(member, level, daysOf))));
    }
    best = united(best, marks, nothing, most);
  }
  return best;
}

function stepMark({ candidate, unit }: Member, level: number, daysOf: DaysOf): Mark {
  const { objective, achieved, gainOf } = candidate;
  const days = furtherDays(objective, achieved, level, daysOf);
  return { days, gain: gainOf(level), key: unit * BigInt(level - achieved) };
}

/** What is saved by paying each shared action once: the first steps of a group but for the one of most days. */
function savedDays(sharing: readonly (readonly Member[])[], daysOf: DaysOf): number {
  return sharing.reduce((saved, group) => {
    const days = group.map(({ candidate: { objective, achieved } }) => daysOf(objective, achieved + 1));
    return saved + days.reduce((sum, each) => sum + each, 0) - Math.max(...days);
  }, 0);
}
