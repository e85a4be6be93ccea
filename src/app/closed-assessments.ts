import type { Assessment } from '../model/assessment.ts';
import type { Workspace } from './workspace.ts';

/** The closed assessments of an organisation, oldest first. @throws Problem UNKNOWN_ORGANISATION, WORKSPACE_BROKEN */
export function closedAssessments({ records }: Workspace, organisation: string): readonly Assessment[] {
  return records.reading(() =>
    records
      .assessments(organisation)
      .filter(({ closed }) => closed)
      .map(({ period }) => records.assessment(organisation, period)),
  );
}
