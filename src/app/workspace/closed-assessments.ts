import { Problem } from '../../kernel/problem.ts';
import type { Assessment } from '../../model/assessment.ts';
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

/** The problem of an organisation that no closed assessment is held of. @param open its periods that are being entered */
export function noAssessment(organisation: string, open: readonly string[]): Problem {
  return new Problem('TOO_FEW_PERIODS', {
    place: organisation,
    seen:
      open.length === 0 ? 'no closed assessment' : `no closed assessment; ${open.join(', ')} is still open`,
    allowed: 'one at least',
    repair:
      open.length === 0
        ? `Import a document: headroom import FILE --organisation ${organisation}. Or enter an assessment and close it: headroom open ${organisation} PERIOD. A form to fill in: headroom template --organisation ${organisation} --out form.xlsx.`
        : `Enter what is missing and close it: headroom open ${organisation} ${open.at(-1)} --close. Or import a document: headroom import FILE --organisation ${organisation}.`,
    data: { organisation, open },
  });
}

/** The periods of an organisation that are being entered. @throws Problem UNKNOWN_ORGANISATION */
export function openPeriods(
  { records }: Pick<Workspace, 'records'>,
  organisation: string,
): readonly string[] {
  return records
    .assessments(organisation)
    .filter(({ closed }) => !closed)
    .map(({ period }) => period);
}
