import { restsOnStandard } from '../../engine/rests-on-standard.ts';
import type { Trends } from '../../model/trends.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { comparedPeriods } from './compared-periods.ts';

/** How the scores of an organisation stand and moved, over framework versions as far as they mark objectives as the same. @throws Problem UNKNOWN_ORGANISATION, TOO_FEW_PERIODS; those of the pack */
export async function trendsOf(workspace: Workspace, organisation: string): Promise<Trends> {
  const { pack, periods, earlierFrameworks } = await comparedPeriods(workspace, organisation);
  const { trends } = await import('../../analytics/trends.ts');
  return trends({
    framework: pack.framework,
    organisation,
    earlierFrameworks,
    periods: periods.map(({ period, assessment, readings }) => ({
      period,
      rows: assessment.rows.map((row) => {
        const reading = readings.get(row.objective);
        return {
          objective: row.objective,
          state: row.state,
          score: row.state === 'scored' ? row.score : null,
          agreedStandard: reading !== undefined && restsOnStandard(reading),
        };
      }),
    })),
  });
}
