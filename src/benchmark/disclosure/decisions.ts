import type { AnswerSheet } from './answer-sheet.ts';
import { type AnsweredSet, answeredSet, differenceOf } from './answered-set.ts';
import { assurance, type ViewerAssurance } from './assurance.ts';
import type { GivenSet } from './given-set.ts';
import { groupsOfKind, type Member, type SharedKind } from './group-family.ts';
import type { Release, WithheldBecause } from './release.ts';
import { givenForm, movesRelease, placesRelease } from './release-of.ts';
import type { UptakeRelease } from './uptake-release.ts';

/** The fewest others whose figure is given, and the fewest by which two given groups may differ. */
export const fewest = 10;

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

/** How many decisions about somebody's nearest are remembered for an objective. */
const mostTold = 1000;

/** What is given of one objective. */
export interface Decisions {
  /** By the group's key and the period's number. */
  readonly places: (kind: SharedKind, key: string, period: number) => Release;
  /** By the group's key and the number of the later period. */
  readonly moves: (kind: SharedKind, key: string, period: number) => UptakeRelease;
  /**
   * What one viewer is given in a period of its nearest, whose numbers are given by period, without its own. Later
   * periods go first, and are decided with it.
   */
  readonly nearest: (
    viewer: number | null,
    nearest: readonly (readonly number[])[],
    period: number,
  ) => Release;
}

/**
 * Decides what of one objective may be given to whoever looks, coarse groups first and late periods first. A figure is
 * given if at least ten others answered, if the group is the same as that of each given figure or differs by ten or
 * more, and if after it no level of anyone can be told from all that is given. Fine groups are decided when they are
 * first asked for.
 */
export function decisions(sheet: AnswerSheet, members: readonly Member[]): Decisions {
  const assured = assurance(sheet);
  const given: AnsweredSet[] = [];
  const withheld = new Map<string, WithheldBecause>();
  const forms = new Map<string, GivenSet>();
  let decided = 0;
  const decideStage = ([kind, about]: (typeof stages)[number]) => {
    const groups = groupsOfKind(kind, members);
    for (let period = sheet.periods - 1; period >= (about === 'moves' ? 1 : 0); period--)
      for (const group of groups) {
        const name = `${about} ${period} ${group.key}`;
        const set = answeredSet(sheet, about, period, group.members);
        const form = givenForm(sheet, set);
        if (set.members.length <= fewest) withheld.set(name, 'few-others');
        else if (isClose(set, given)) withheld.set(name, 'close-to-another');
        else if (!assured.give(form)) withheld.set(name, 'singles-out');
        else {
          given.push(set);
          forms.set(name, form);
        }
      }
  };
  /** Decides all stages that come before one, and the one: what is later never changes what is earlier. */
  const decideUpTo = (last: number) => {
    for (const stage of stages.slice(decided, last + 1)) {
      decideStage(stage);
      decided += 1;
    }
  };
  const stageOf = (kind: SharedKind, about: AnsweredSet['about']) =>
    stages.findIndex((stage) => stage[0] === kind && stage[1] === about);
  const told = new Map<string, Release>();
  const nothing = (name: string) =>
    ({ give: 'nothing', because: withheld.get(name) ?? 'few-others' }) as const;
  return {
    places: (kind, key, period) => {
      decideUpTo(stageOf(kind, 'places'));
      const form = forms.get(`places ${period} ${key}`);
      return form === undefined ? nothing(`places ${period} ${key}`) : placesRelease(sheet, form);
    },
    moves: (kind, key, period) => {
      decideUpTo(stageOf(kind, 'moves'));
      const form = forms.get(`moves ${period} ${key}`);
      return form === undefined ? nothing(`moves ${period} ${key}`) : movesRelease(sheet, form);
    },
    nearest: (viewer, nearest, period) => {
      const asked = JSON.stringify([viewer, period, nearest]);
      const known = told.get(asked);
      if (known !== undefined) return known;
      decideUpTo(stages.length - 1);
      const besides = assured.forViewer(viewer);
      const release = decideNearest(sheet, viewer, nearest, period, given, besides);
      besides.takeBack();
      if (told.size >= mostTold) told.clear();
      told.set(asked, release);
      return release;
    },
  };
}

function decideNearest(
  sheet: AnswerSheet,
  viewer: number | null,
  nearest: readonly (readonly number[])[],
  wanted: number,
  shared: readonly AnsweredSet[],
  besides: ViewerAssurance,
): Release {
  const given = [...shared];
  let release: Release = { give: 'nothing', because: 'few-others' };
  for (let period = sheet.periods - 1; period >= wanted; period--) {
    const others = nearest[period] ?? [];
    const group = [...(viewer === null ? [] : [viewer]), ...others].sort((a, b) => a - b);
    const set = answeredSet(sheet, 'places', period, group);
    const form = givenForm(sheet, set);
    const many = set.members.length - (viewer !== null && set.members.includes(viewer) ? 1 : 0);
    const because: WithheldBecause | null =
      many < fewest
        ? 'few-others'
        : isClose(set, given) || isClose(set, given, viewer)
          ? 'close-to-another'
          : besides.give(form)
            ? null
            : 'singles-out';
    if (because === null) given.push(set);
    release = because === null ? placesRelease(sheet, form) : { give: 'nothing', because };
  }
  return release;
}

function isClose(set: AnsweredSet, given: readonly AnsweredSet[], aside: number | null = null): boolean {
  return given.some((other) => {
    if (Math.abs(set.members.length - other.members.length) > fewest) return false;
    const difference = differenceOf(set, other, aside);
    return difference > 0 && difference < fewest;
  });
}
