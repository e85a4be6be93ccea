import type { AnswerSheet } from './answer-sheet.ts';
import { type AnsweredSet, answeredSet, differenceOf } from './answered-set.ts';
import { type Assurance, assurance, type ViewerAssurance } from './assurance.ts';
import type { GivenSet } from './given-set.ts';
import type { Member } from './group-family.ts';
import { lastingProofs } from './lasting-proofs.ts';
import type { Release, WithheldBecause } from './release.ts';
import { givenForm, movesRelease, placesRelease } from './release-of.ts';
import type { UptakeRelease } from './uptake-release.ts';
import { type Verdict, verdictNumbers } from './verdict.ts';
import { type WantedFigure, wantedFigures } from './wanted-figures.ts';

/** The fewest others whose figure is given, and the fewest by which two given groups may differ. */
export const fewest = 10;

/** How many decisions about somebody's nearest are remembered for an objective. */
const mostTold = 1000;

/** What is given of one objective. */
export interface Decisions {
  /** By the group's key and the period's number. */
  readonly places: (key: string, period: number) => Release;
  /** By the group's key and the number of the later period. */
  readonly moves: (key: string, period: number) => UptakeRelease;
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

/** What was decided of the figures that all viewers share, and what proves it. */
export interface SharedVerdicts {
  /** In the order in which figures are decided. */
  readonly verdicts: readonly Verdict[];
  readonly proofs: Assurance['held'];
}

/**
 * Decides what of one objective may be given to whoever looks, coarse groups first and late periods first. A figure is
 * given if at least ten others answered, if the group is the same as that of each given figure or differs by ten or
 * more, and if after it no level of anyone can be told from all that is given.
 */
export function sharedVerdicts(sheet: AnswerSheet, members: readonly Member[]): SharedVerdicts {
  const forms = wantedFigures(sheet, members).map((figure) => formOf(sheet, figure));
  const large = forms.filter(({ set }) => set.members.length > fewest);
  const assured = assurance(sheet, lastingProofs(sheet, large));
  const given: AnsweredSet[] = [];
  const verdicts = forms.map((form): Verdict => {
    if (form.set.members.length <= fewest) return 'few-others';
    if (isClose(form.set, given)) return 'close-to-another';
    if (!assured.give(form)) return 'singles-out';
    given.push(form.set);
    return 'given';
  });
  return { verdicts, proofs: assured.held };
}

/** What is given of one objective, as it was decided. */
export function decisions(
  sheet: AnswerSheet,
  members: readonly Member[],
  { verdicts, proofs }: SharedVerdicts = sharedVerdicts(sheet, members),
): Decisions {
  const wanted = wantedFigures(sheet, members);
  const byName = new Map(wanted.map(({ name }, index) => [name, index]));
  const forms = new Map<number, GivenSet>();
  const decided = (name: string): WithheldBecause | GivenSet => {
    const index = byName.get(name) ?? -1;
    const [figure, verdict] = [wanted[index], verdicts[index] ?? 'few-others'];
    if (figure === undefined) return 'few-others';
    if (verdict !== 'given') return verdict;
    const form = forms.get(index) ?? formOf(sheet, figure);
    forms.set(index, form);
    return form;
  };
  let taken: { readonly assured: Assurance; readonly given: readonly AnsweredSet[] } | null = null;
  const takenUp = () => {
    if (taken !== null) return taken;
    const assured = assurance(sheet, proofs);
    const given: AnsweredSet[] = [];
    for (const [index, number] of verdictNumbers(verdicts)) {
      const form = decided(wanted[index]?.name ?? '');
      if (typeof form === 'string') continue;
      assured.takeUp(form, number);
      given.push(form.set);
    }
    taken = { assured, given };
    return taken;
  };
  const told = new Map<string, Release>();
  return {
    places: (key, period) => {
      const form = decided(`places ${period} ${key}`);
      return typeof form === 'string' ? { give: 'nothing', because: form } : placesRelease(sheet, form);
    },
    moves: (key, period) => {
      const form = decided(`moves ${period} ${key}`);
      return typeof form === 'string' ? { give: 'nothing', because: form } : movesRelease(sheet, form);
    },
    nearest: (viewer, nearest, period) => {
      const asked = JSON.stringify([viewer, period, nearest.slice(period)]);
      const known = told.get(asked);
      if (known !== undefined) return known;
      const { assured, given } = takenUp();
      const besides = assured.forViewer(viewer);
      const release = decideNearest(sheet, viewer, nearest, period, given, besides);
      besides.takeBack();
      if (told.size >= mostTold) told.clear();
      told.set(asked, release);
      return release;
    },
  };
}

function formOf(sheet: AnswerSheet, { about, period, group }: WantedFigure): GivenSet {
  return givenForm(sheet, answeredSet(sheet, about, period, group.members));
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
