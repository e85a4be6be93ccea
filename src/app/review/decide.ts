import { rowOf } from '../../model/assessment.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Decision } from './decision.ts';
import { newDecisions } from './new-decisions.ts';
import { readingGone } from './reading-gone.ts';
import { review } from './review.ts';
import type { ReviewReport } from './review-report.ts';

/** Whose comment a decision is about: with the period, that on which its advice rests. */
export type DecisionView = Pick<ViewOf, 'organisation' | 'period'>;

/**
 * Keeps what an officer decides of what was read from a comment, all or nothing, and gives the objective as it then is.
 * A later decision on the same words and cause takes the place of an earlier one.
 * @throws Problem BAD_VALUE, UNKNOWN_FACTOR, UNKNOWN_OBJECTIVE; READING_GONE where the words are not in the comment; as `review` does
 */
export async function decide(
  workspace: Workspace,
  view: DecisionView,
  decision: Decision,
): Promise<ReviewReport> {
  const { records } = workspace;
  const { objective } = decision;
  const by = plainLine('by', decision.by, 100, 'Say who decides: the journal names them.');
  const report = await review(workspace, view, { objective });
  const [reviewed] = report.objectives;
  if (reviewed === undefined) throw new Error(`objective ${objective} is not in its own review`);
  const made = newDecisions(workspace.pack(report.framework), reviewed, decision);
  records.writing(() => {
    for (const each of made) {
      const row = rowOf(records.assessment(view.organisation, each.period), objective);
      if (each.decision !== 'withdraw' && row?.text.includes(each.quote) !== true)
        throw readingGone(objective, each.period, each.quote);
      records.addCorrection(view.organisation, each, by);
    }
  });
  return review(workspace, view, { objective });
}
