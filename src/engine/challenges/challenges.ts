import type { Advice } from '../../model/advice.ts';
import type { Challenge } from '../../model/challenge.ts';
import { ChallengeQuestions } from '../../model/challenge-rules.ts';
import type { FollowedAction } from '../../model/follow-up.ts';
import type { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';
import type { LevelInterval } from '../checklist.ts';
import { statementReader } from '../reading/statements.ts';
import { ask } from './ask.ts';
import { otherLevels, otherStandards } from './levels.ts';
import { overtakenLimits, unconfirmedCircumstances } from './limits.ts';
import { lostReferences } from './lost-references.ts';
import { outsideChecklist } from './outside-checklist.ts';
import { pairedRows } from './paired-rows.ts';
import { takenOver } from './previous.ts';
import { unshownRises } from './rises.ts';
import { vanishedActions } from './vanished-actions.ts';
import { waitsOver } from './waits-over.ts';
import { weakenedCriteria, weakenedRises } from './weakened.ts';

/** What challenges are found in. */
export interface ChallengeInput {
  /** The rows of the earlier period; empty if there is none. */
  readonly earlier: readonly Reading[];
  readonly later: readonly Reading[];
  /** The earlier actions as `followUp` followed them, or as an officer corrected that. */
  readonly followed: readonly FollowedAction[];
  /** Advice based on the later period. */
  readonly advice: Advice;
  /** By objective, the levels that officers' answers for the later period leave open; none where nothing is answered. */
  readonly checklists?: ReadonlyMap<number, LevelInterval>;
}

const kinds = Object.keys(ChallengeQuestions.properties);

/**
 * Places where score, standard, comment and other rows do not sit together, as questions in the pack's words; in
 * order of kind (as the model lists them), objective, period and place. Kinds that the pack does not ask about are
 * left out. The order of rows changes nothing.
 */
export function challenges(
  pack: Pack,
  { earlier, later, followed, advice, checklists = new Map() }: ChallengeInput,
): readonly Challenge[] {
  const statements = statementReader(pack);
  const rows = [...earlier, ...later];
  const pairs = pairedRows(earlier, later);
  return [
    ...weakenedCriteria(pack, statements, rows),
    ...weakenedRises(pack, statements, pairs),
    ...otherLevels(pack, statements, rows),
    ...otherStandards(rows),
    ...outsideChecklist(later, checklists),
    ...unconfirmedCircumstances(pack, advice),
    ...overtakenLimits(advice),
    ...lostReferences(pack, later, earlier),
    ...lostReferences(pack, earlier, []),
    ...vanishedActions(followed, later),
    ...waitsOver(pack, statements, earlier, later),
    ...takenOver(pack, statements, pairs),
    ...unshownRises(pairs),
  ]
    .flatMap((asked) => ask(pack, asked))
    .toSorted(byKindAndPlace);
}

function byKindAndPlace(a: Challenge, b: Challenge): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    a.objective - b.objective ||
    (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) ||
    (a.quotes[0]?.start ?? 0) - (b.quotes[0]?.start ?? 0) ||
    (a.question < b.question ? -1 : a.question > b.question ? 1 : 0)
  );
}
