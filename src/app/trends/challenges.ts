import type { LevelInterval } from '../../engine/checklist.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Challenge } from '../../model/challenge.ts';
import { nextPeriod } from '../../model/period.ts';
import { advise } from '../advice/advise.ts';
import { criteriaOf } from '../criteria/criteria-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { followUpReport } from './actions.ts';
import { assessedPeriods, latestTwo } from './assessed-periods.ts';
import type { ChallengeReport } from './follow-up-report.ts';

/** Places in the latest two periods that do not sit together, as questions. @throws Problem UNKNOWN_ORGANISATION, TOO_FEW_PERIODS; those of the pack */
export async function challengeList(
  workspace: Workspace,
  organisation: string,
): Promise<readonly Challenge[]> {
  return (await challengeReport(workspace, organisation)).challenges;
}

/** The same, with the two periods. @throws Problem as `challengeList` does */
export async function challengeReport(workspace: Workspace, organisation: string): Promise<ChallengeReport> {
  const assessed = await assessedPeriods(workspace, organisation);
  const { earlier, later } = latestTwo(organisation, assessed);
  const { actions, ...header } = await followUpReport(workspace, organisation);
  const { advice } = await advise(workspace, { organisation, period: nextPeriod(later.period) });
  const { challenges } = await import('../../engine/challenges/challenges.ts');
  return {
    ...header,
    challenges: challenges(assessed.pack, {
      earlier: [...earlier.readings.values()],
      later: [...later.readings.values()],
      followed: actions,
      advice,
      checklists: checklistsOf(workspace, later.assessment),
    }),
  };
}

/** The levels that answers to statements leave open, for the objectives of which any is answered. */
function checklistsOf(
  workspace: Workspace,
  { organisation, period, rows }: Assessment,
): ReadonlyMap<number, LevelInterval> {
  return new Map(
    rows
      .filter(({ objective }) => workspace.records.answers(organisation, period, objective).length > 0)
      .flatMap(({ objective }) => {
        const { answered, interval } = criteriaOf(workspace, { organisation, period, objective });
        return answered === 0 ? [] : [[objective, interval] as const];
      }),
  );
}
