import { createHash } from 'node:crypto';
import { answers } from '../counts/answers.ts';
import { type GivenCause, givenCauses } from '../counts/given-causes.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { type AnswerSheet, answerSheet } from './answer-sheet.ts';
import { type Decisions, decisions } from './decisions.ts';
import type { Member } from './group-family.ts';

/** What is decided of one objective for all viewers, and the answers that it rests on. */
export interface DecidedObjective {
  readonly sheet: AnswerSheet;
  readonly decided: Decisions;
  readonly causes: readonly GivenCause[];
}

/** Panels remembered at a time. */
const mostPanels = 4;
const remembered = new Map<string, Map<number, DecidedObjective>>();

/**
 * The decisions of one objective for a version of a panel and of the groups of its organisations: made when they are
 * first wanted, and remembered while the process runs, for the panels that were asked for last.
 */
export async function sharedDecisions(
  open: OpenPanel,
  members: readonly Member[],
  objective: number,
): Promise<DecidedObjective> {
  const { id, version, periods } = open.panel;
  const key = createHash('sha256')
    .update(JSON.stringify([id, version, periods, members]))
    .digest('hex');
  const ofPanel = remembered.get(key) ?? new Map<number, DecidedObjective>();
  remembered.delete(key);
  remembered.set(key, ofPanel);
  const [oldest] = remembered.keys();
  if (remembered.size > mostPanels && oldest !== undefined) remembered.delete(oldest);
  const known = ofPanel.get(objective);
  if (known !== undefined) return known;
  const numbers = new Map(members.map(({ organisation }, number) => [organisation, number]));
  const [scored, causes] = [await answers(open, objective), await givenCauses(open, objective)];
  const sheet = answerSheet(scored, numbers, periods, causes);
  const made = { sheet, decided: decisions(sheet, members), causes };
  ofPanel.set(objective, made);
  return made;
}
