import { countedNoun } from '../model/counted-noun.ts';
import type { LeftOut } from '../model/plan-choice.ts';
import { reasonWords } from './reason-words.ts';

/** Objectives that are left out for the same reason. */
export interface LeftOutGroup {
  /** Why; of a single objective as it stands with it. */
  readonly because: string;
  /** More days, or another plan, would bring them in. */
  readonly movable: boolean;
  /** In order of number, at least one. */
  readonly objectives: readonly GroupedObjective[];
}

/** One objective of a group. */
export interface GroupedObjective {
  readonly objective: number;
  readonly name: string;
  readonly section: string;
  /** With how many days it would fit, where they differ, such as "10 days more"; else empty. */
  readonly takes: string;
}

/**
 * Those left out, by reason: those that could be in first, then by how many share it, then by the lowest number.
 * Reasons are the same if their sentences are, but for the further days that each objective would take.
 * @param days officer-days that there are
 */
export function leftOutGroups(leftOut: readonly LeftOut[], days: number): readonly LeftOutGroup[] {
  const groups = Map.groupBy(
    leftOut.toSorted((a, b) => a.objective - b.objective),
    (one) => sentence(one, days),
  );
  return [...groups]
    .map(([because, members]) => groupOf(because, members))
    .toSorted(
      (a, b) =>
        Number(b.movable) - Number(a.movable) ||
        b.objectives.length - a.objectives.length ||
        lowest(a) - lowest(b),
    );
}

function groupOf(shared: string, members: readonly LeftOut[]): LeftOutGroup {
  const [first, ...others] = members;
  const further = members.map(({ reason }) => ('furtherDays' in reason ? reason.furtherDays : null));
  const alike = further.every((days) => days === further[0]);
  return {
    because:
      others.length === 0 && first !== undefined ? first.because : `${shared}${fits(alike, further[0])}.`,
    movable: first !== undefined && 'furtherDays' in first.reason,
    objectives: members.map(({ objective, name, section }, index) => ({
      ...{ objective, name, section },
      takes: alike ? '' : more(further[index]),
    })),
  };
}

function fits(alike: boolean, days: number | null | undefined): string {
  if (!alike) return '; it would fit with the further days that stand beside it';
  return more(days) === '' ? '' : `; it would fit with ${more(days)}`;
}

function more(days: number | null | undefined): string {
  return typeof days === 'number' ? `${countedNoun(days, 'day')} more` : '';
}

function sentence({ reason, because }: LeftOut, days: number): string {
  switch (reason.kind) {
    case 'waits-on':
    case 'no-days':
    case 'worth-less':
      return reasonWords(reason, 'Each', days);
    case 'no-weight':
      return 'Each has a weight of 0';
    case 'capped':
    case 'held':
      return because.replace(/\.$/, '');
    case 'not-scored':
    case 'top':
    case 'locked':
      return because.replace(/^It is /, 'Each is ').replace(/\.$/, '');
  }
}

function lowest({ objectives }: LeftOutGroup): number {
  return objectives[0]?.objective ?? 0;
}
