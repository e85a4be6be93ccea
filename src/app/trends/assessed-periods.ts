import { Problem } from '../../kernel/problem.ts';
import type { Assessment } from '../../model/assessment.ts';
import { nextPeriod } from '../../model/period.ts';
import type { Reading } from '../../model/reading.ts';
import type { Pack } from '../../pack/pack.ts';
import { closedAssessments, noAssessment, openPeriods } from '../workspace/closed-assessments.ts';
import { evaluated } from '../workspace/evaluations.ts';
import { evaluationInput } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One closed assessment with what its comments say, by objective, as officers have it. */
export interface AssessedPeriod {
  readonly period: string;
  readonly assessment: Assessment;
  readonly readings: ReadonlyMap<number, Reading>;
}

/** The assessments of an organisation in the framework of its latest, oldest first, with that pack. */
export interface AssessedPeriods {
  readonly pack: Pack;
  readonly periods: readonly AssessedPeriod[];
}

/**
 * Every closed assessment of an organisation that can be compared with its latest, read.
 * @throws Problem UNKNOWN_ORGANISATION; TOO_FEW_PERIODS without any; those of the pack
 */
export async function assessedPeriods(workspace: Workspace, organisation: string): Promise<AssessedPeriods> {
  const { records } = workspace;
  const { pack, inputs } = records.reading(() => {
    const all = closedAssessments(workspace, organisation);
    const framework = all.at(-1)?.framework;
    if (framework === undefined) throw noAssessment(organisation, openPeriods(workspace, organisation));
    const comparable = all.filter((each) => each.framework === framework);
    const inputs = comparable.map(({ period }, basis) =>
      evaluationInput(workspace, comparable, basis, nextPeriod(period), {}),
    );
    return { pack: workspace.pack(framework), inputs };
  });
  const periods: AssessedPeriod[] = [];
  for (const input of inputs) {
    const { assessment } = input;
    const { readings } = await evaluated(workspace, input);
    periods.push({
      period: assessment.period,
      assessment,
      readings: new Map(readings.map((reading) => [reading.objective, reading])),
    });
  }
  return { pack, periods };
}

/** The latest two periods. @throws Problem TOO_FEW_PERIODS */
export function latestTwo(
  organisation: string,
  { periods }: AssessedPeriods,
): { readonly earlier: AssessedPeriod; readonly later: AssessedPeriod } {
  const [earlier, later] = periods.slice(-2);
  if (earlier !== undefined && later !== undefined) return { earlier, later };
  throw new Problem('TOO_FEW_PERIODS', {
    place: organisation,
    seen: periods.map(({ period }) => period).join(', '),
    allowed: 'two periods at least',
    repair: 'Import the assessment of another period.',
  });
}
