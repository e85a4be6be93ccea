import { Problem } from '../kernel/problem.ts';
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

/** The problem of an organisation that nothing is held of. */
export function noAssessment(organisation: string): Problem {
  return new Problem('TOO_FEW_PERIODS', {
    place: organisation,
    seen: 'no closed assessment',
    allowed: 'one at least',
    repair: `Import its assessment first, or enter one and close it: headroom open ${organisation} PERIOD.`,
  });
}
