import type { EvaluationInput } from '../../engine/evaluate.ts';
import type { FactorSettings } from '../../engine/facts.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Organisation } from '../../model/organisation.ts';
import { comparePeriods, isPeriod, nextPeriod } from '../../model/period.ts';
import type { Pack } from '../../pack/pack.ts';
import { checkedState } from '../advice/checked-state.ts';
import { closedAssessments, noAssessment, openPeriods } from './closed-assessments.ts';
import type { Workspace } from './workspace.ts';

/** One organisation as somebody looks at it: for which period, and with which circumstances set for a what-if. */
export interface ViewOf {
  readonly organisation: string;
  /** The period that targets are for; the one after the latest assessment unless said. */
  readonly period?: string;
  /** By circumstance: `yes`, `no` or `unknown`, in place of what the workspace holds. */
  readonly factors?: Readonly<Record<string, string>>;
}

/** A view with all that it stands on. */
export interface ResolvedView {
  readonly organisation: Organisation;
  readonly pack: Pack;
  readonly input: EvaluationInput;
  /** What the view sets, by circumstance. */
  readonly whatIf: FactorSettings;
}

/**
 * What a view stands on: the last closed assessment before its period, and circumstances and corrections as they held
 * then.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, UNKNOWN_FACTOR, BAD_VALUE, TOO_FEW_PERIODS; those of the pack
 */
export function resolveView(workspace: Workspace, view: ViewOf): ResolvedView {
  const { records } = workspace;
  return records.reading(() => {
    const organisation = records.organisation(view.organisation);
    const assessments = closedAssessments(workspace, organisation.id);
    const period = periodOf(workspace, organisation.id, assessments, view.period);
    const basis = assessments.findLastIndex((each) => comparePeriods(each.period, period) < 0);
    const assessment = assessments[basis];
    if (assessment === undefined) throw unknownPeriod(organisation.id, period, advisedPeriods(assessments));
    const pack = workspace.pack(assessment.framework);
    const whatIf = Object.fromEntries(
      Object.entries(view.factors ?? {}).map(([id, state]) => [id, checkedState(pack, id, state)]),
    );
    return {
      organisation,
      pack,
      input: evaluationInput(workspace, assessments, basis, period, whatIf),
      whatIf,
    };
  });
}

/** What advice from the assessment at `basis` rests on, with what was said of circumstances and readings until then. */
export function evaluationInput(
  { records }: Workspace,
  assessments: readonly Assessment[],
  basis: number,
  period: string,
  whatIf: FactorSettings,
): EvaluationInput {
  const assessment = assessments[basis];
  if (assessment === undefined) throw new Error(`there is no assessment ${basis}`);
  const { organisation, framework } = assessment;
  const held = records.factorsAt(organisation, period);
  return {
    assessment,
    earlier: assessments.slice(0, basis).filter((each) => each.framework === framework),
    period,
    factors: { ...Object.fromEntries(held.map(({ factor, state }) => [factor, state])), ...whatIf },
    corrections: records.correctionsAt(organisation, assessment.period),
  };
}

/** The periods that advice can be for: each after the first assessment, to the one after the latest. */
export function advisedPeriods(assessments: readonly Pick<Assessment, 'period'>[]): readonly string[] {
  const first = assessments[0]?.period;
  const last = assessments.at(-1)?.period;
  if (first === undefined || last === undefined) return [];
  const periods: string[] = [];
  for (
    let period = nextPeriod(first);
    comparePeriods(period, nextPeriod(last)) <= 0;
    period = nextPeriod(period)
  )
    periods.push(period);
  return periods;
}

function periodOf(
  workspace: Workspace,
  organisation: string,
  assessments: readonly Assessment[],
  wanted: string | undefined,
): string {
  const allowed = advisedPeriods(assessments);
  const latest = allowed.at(-1);
  if (latest === undefined) throw noAssessment(organisation, openPeriods(workspace, organisation));
  if (wanted === undefined) return latest;
  if (!isPeriod(wanted))
    throw new Problem('BAD_VALUE', {
      place: 'period',
      seen: wanted,
      allowed: allowed.join(', '),
      repair: 'Give a year such as 2024, or 2024-25 for one that runs over two.',
    });
  if (!allowed.includes(wanted)) throw unknownPeriod(organisation, wanted, allowed);
  return wanted;
}

function unknownPeriod(organisation: string, seen: string, allowed: readonly string[]): Problem {
  return new Problem('UNKNOWN_PERIOD', {
    place: organisation,
    seen,
    allowed: allowed.join(', '),
    repair: 'Advice for a period rests on an assessment before it: choose one of these periods.',
  });
}
