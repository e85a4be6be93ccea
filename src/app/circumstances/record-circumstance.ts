import { nextPeriod } from '../../model/period.ts';
import { type FactorChange, setFactor } from '../advice/set-factor.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What somebody records of a circumstance; it holds from the period that targets are for now unless said. */
export type RecordedCircumstance = Omit<FactorChange, 'from'> & { readonly from?: string | undefined };

/** Keeps a circumstance for good: advice, what is capped and targets follow. @throws Problem as `setFactor` does */
export function recordCircumstance(workspace: Workspace, change: RecordedCircumstance): void {
  workspace.records.writing(() => {
    const last = closedAssessments(workspace, change.organisation).at(-1)?.period;
    setFactor(workspace, { ...change, from: change.from ?? (last === undefined ? '' : nextPeriod(last)) });
  });
}
