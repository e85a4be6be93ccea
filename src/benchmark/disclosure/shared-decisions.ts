import { answers } from '../counts/answers.ts';
import { givenCauses } from '../counts/given-causes.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { answerSheet } from './answer-sheet.ts';
import type { CauseRelease } from './cause-release.ts';
import { causeReleases } from './cause-releases.ts';
import { decidedFrom } from './decided-from.ts';
import { type Decisions, decisions, sharedVerdicts } from './decisions.ts';
import type { Member } from './group-family.ts';
import { readKept, writeKept } from './kept-file.ts';
import { type KeptObjective, keptBytes, keptObjective } from './kept-objective.ts';

/** What is decided of one objective for all viewers. */
export interface DecidedObjective {
  readonly decided: Decisions;
  /** What may be told of causes, by the period's number. */
  readonly causesIn: (period: number) => readonly CauseRelease[];
}

/** Panels remembered at a time. */
const mostPanels = 4;
const remembered = new Map<string, Map<number, Promise<DecidedObjective>>>();

/**
 * The decisions of one objective for a version of a panel and of the groups of its organisations: from the file in which
 * they are kept beside the panel, else made when they are first wanted, and kept there; remembered while the process
 * runs, for the panels that were asked for last.
 */
export function sharedDecisions(
  open: OpenPanel,
  members: readonly Member[],
  objective: number,
): Promise<DecidedObjective> {
  const key = JSON.stringify([open.kept?.folder ?? null, decidedFrom(open, members)]);
  const ofPanel = remembered.get(key) ?? new Map<number, Promise<DecidedObjective>>();
  remembered.delete(key);
  remembered.set(key, ofPanel);
  const [oldest] = remembered.keys();
  if (remembered.size > mostPanels && oldest !== undefined) remembered.delete(oldest);
  const known = ofPanel.get(objective);
  if (known !== undefined) return known;
  const made = decidedObjective(open, members, objective);
  ofPanel.set(objective, made);
  made.catch(() => ofPanel.delete(objective));
  return made;
}

async function decidedObjective(
  open: OpenPanel,
  members: readonly Member[],
  objective: number,
): Promise<DecidedObjective> {
  const place =
    open.kept === undefined
      ? null
      : { folder: open.kept.folder, name: `objective-${objective}`, key: decidedFrom(open, members) };
  const of = { members, periods: open.panel.periods };
  const bytes = place === null ? null : readKept(place);
  const kept = bytes === null ? null : keptObjective(bytes, of);
  const { sheet, shared, causes } = kept ?? (await decide(open, members, objective));
  if (place !== null && kept === null) writeKept(place, keptBytes({ sheet, shared, causes }, of));
  const numbers = new Map(members.map(({ organisation }, number) => [organisation, number]));
  const told = new Map<number, readonly CauseRelease[]>();
  const causesIn = (period: number) => {
    const known =
      told.get(period) ??
      causeReleases(
        sheet,
        numbers,
        causes.filter((each) => each.period === of.periods[period]),
        period,
      );
    told.set(period, known);
    return known;
  };
  return { decided: decisions(sheet, members, shared), causesIn };
}

async function decide(
  open: OpenPanel,
  members: readonly Member[],
  objective: number,
): Promise<KeptObjective> {
  const numbers = new Map(members.map(({ organisation }, number) => [organisation, number]));
  const [scored, causes] = [await answers(open, objective), await givenCauses(open, objective)];
  const sheet = answerSheet(scored, numbers, open.panel.periods, { causes, levels: open.levels });
  return { sheet, shared: sharedVerdicts(sheet, members), causes };
}
