import { Problem } from '../../kernel/problem.ts';
import { type AssessmentRow, rowOf } from '../../model/assessment.ts';
import type { Objective } from '../../model/framework.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Pack } from '../../pack/pack.ts';
import { unknownObjective } from '../advice/unknown-objective.ts';
import { noAssessment, openPeriods } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One row of a return: whose, of which period, which objective. */
export interface RowName {
  readonly organisation: string;
  /** The period of the return; the latest finished one unless said. */
  readonly period?: string | undefined;
  readonly objective: number;
}

/** A row with what it belongs to. */
export interface AssessedRow {
  readonly organisation: Organisation;
  readonly pack: Pack;
  readonly period: string;
  /** The periods that the organisation has finished returns of, in order. */
  readonly periods: readonly string[];
  readonly objective: Objective;
  readonly row: AssessmentRow | undefined;
}

/** The row of a name. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, UNKNOWN_OBJECTIVE, TOO_FEW_PERIODS; those of the pack */
export function assessedRow(workspace: Workspace, name: RowName): AssessedRow {
  const { records } = workspace;
  return records.reading(() => {
    const organisation = records.organisation(name.organisation);
    const periods = records
      .assessments(organisation.id)
      .filter(({ closed }) => closed)
      .map(({ period }) => period);
    const latest = periods.at(-1);
    if (latest === undefined) throw noAssessment(organisation.id, openPeriods(workspace, organisation.id));
    const period = name.period ?? latest;
    if (!periods.includes(period))
      throw new Problem('UNKNOWN_PERIOD', {
        place: organisation.id,
        seen: period,
        allowed: periods.join(', '),
        repair: 'Criteria and evidence belong to the return of a period: choose one of these.',
      });
    const assessment = records.assessment(organisation.id, period);
    const pack = workspace.pack(assessment.framework);
    const objective = pack.framework.objectives.find(({ number }) => number === name.objective);
    if (objective === undefined) throw unknownObjective(pack, name.objective);
    return { organisation, pack, period, periods, objective, row: rowOf(assessment, name.objective) };
  });
}
