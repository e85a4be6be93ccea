import type { AnswerSheet } from './answer-sheet.ts';
import type { AnsweredSet } from './answered-set.ts';
import { groupsOfKind, type Member, type SharedGroup, type SharedKind } from './group-family.ts';

/** A figure of a group that every viewer shares. */
export interface WantedFigure {
  readonly name: string;
  readonly about: AnsweredSet['about'];
  readonly period: number;
  readonly group: SharedGroup;
}

/** The order in which figures are given: an earlier one is never withheld for a later one. */
const stages: readonly (readonly [SharedKind, AnsweredSet['about']])[] = [
  ['all', 'places'],
  ['all', 'moves'],
  ['type', 'places'],
  ['region', 'places'],
  ['type', 'moves'],
  ['type-and-region', 'places'],
  ['region', 'moves'],
  ['type-and-region', 'moves'],
];

const known = new WeakMap<readonly Member[], Map<number, readonly WantedFigure[]>>();

/** The figures of all groups that every viewer shares, in the order in which they are decided. */
export function wantedFigures(
  { periods }: Pick<AnswerSheet, 'periods'>,
  members: readonly Member[],
): readonly WantedFigure[] {
  const ofMembers = known.get(members) ?? new Map<number, readonly WantedFigure[]>();
  known.set(members, ofMembers);
  const held = ofMembers.get(periods) ?? figuresOf(periods, members);
  ofMembers.set(periods, held);
  return held;
}

function figuresOf(periods: number, members: readonly Member[]): readonly WantedFigure[] {
  const wanted: WantedFigure[] = [];
  for (const [kind, about] of stages) {
    const groups = groupsOfKind(kind, members);
    for (let period = periods - 1; period >= (about === 'moves' ? 1 : 0); period--)
      for (const group of groups)
        wanted.push({ name: `${about} ${period} ${group.key}`, about, period, group });
  }
  return wanted;
}
