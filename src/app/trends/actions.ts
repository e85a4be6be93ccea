import type { FollowedAction } from '../../model/follow-up.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assessedPeriods, latestTwo } from './assessed-periods.ts';
import type { FollowUpReport } from './follow-up-report.ts';

/** The actions of the period before the latest, followed into the latest. @throws Problem UNKNOWN_ORGANISATION, TOO_FEW_PERIODS; those of the pack */
export async function followedActions(
  workspace: Workspace,
  organisation: string,
): Promise<readonly FollowedAction[]> {
  return (await followUpReport(workspace, organisation)).actions;
}

/** The same, with the two periods. @throws Problem as `followedActions` does */
export async function followUpReport(workspace: Workspace, organisation: string): Promise<FollowUpReport> {
  const assessed = await assessedPeriods(workspace, organisation);
  const { earlier, later } = latestTwo(organisation, assessed);
  const { followUp } = await import('../../engine/follow-up/follow-up.ts');
  const actions = followUp(assessed.pack, [...earlier.readings.values()], [...later.readings.values()]);
  const framework = assessed.pack.id;
  return { schema: 1, framework, organisation, from: earlier.period, to: later.period, actions };
}
