import type { AgreedStandard } from '../../model/agreed-standard.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Organisation } from '../../model/organisation.ts';
import { comparePeriods } from '../../model/period.ts';
import type { Pack } from '../../pack/pack.ts';
import { noAssessment } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { AppendixRequest } from './appendix-request.ts';

/** The returns that an appendix is made of. */
export interface HeldReturns {
  readonly organisation: Organisation;
  readonly pack: Pack;
  /** The return of the period. */
  readonly assessment: Assessment;
  readonly closed: boolean;
  /** The one before it in the same framework; null for none. */
  readonly earlier: Assessment | null;
  /** The periods of the two that are not closed. */
  readonly open: readonly string[];
  /** What the organisation agreed to reach everywhere in the period; null for nothing. */
  readonly standard: AgreedStandard | null;
}

/** The return of a period with the one before it. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, TOO_FEW_PERIODS; those of the pack */
export function heldReturns(
  workspace: Workspace,
  { organisation: id, period: wanted }: Pick<AppendixRequest, 'organisation' | 'period'>,
): HeldReturns {
  const { records } = workspace;
  return records.reading(() => {
    const organisation = records.organisation(id);
    const held = records.assessments(id);
    const period = wanted ?? (held.findLast(({ closed }) => closed) ?? held.at(-1))?.period;
    if (period === undefined) throw noAssessment(id, []);
    const assessment = records.assessment(id, period);
    const earlier = held.findLast(
      (each) => each.framework === assessment.framework && comparePeriods(each.period, period) < 0,
    );
    return {
      organisation,
      pack: workspace.pack(assessment.framework),
      assessment,
      closed: held.some((each) => each.period === period && each.closed),
      earlier: earlier === undefined ? null : records.assessment(id, earlier.period),
      open: held
        .filter((each) => !each.closed && (each === earlier || each.period === period))
        .map((each) => each.period),
      standard: records.agreedStandardAt(id, period),
    };
  });
}
