import type { Assessment } from '../../model/assessment.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** The closed assessments of an organisation with a standard, oldest first; none of one that only a panel has. */
export function ownReturns(
  workspace: Workspace,
  { id, framework }: { readonly id: string; readonly framework: string },
): readonly Assessment[] {
  if (!workspace.records.organisations().some((each) => each.id === id)) return [];
  return closedAssessments(workspace, id).filter((each) => each.framework === framework);
}
