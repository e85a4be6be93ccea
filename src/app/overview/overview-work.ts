import type { Advice } from '../../model/advice.ts';
import { planReached } from '../plan/plan-reached.ts';
import { openPeriods } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { entryState } from '../year/year-report-of.ts';
import type { Overview } from './overview-data.ts';

/** What is under way: the plan for the period of an advice, what became of the one before, and returns being entered. */
export async function overviewWork(
  workspace: Workspace,
  { organisation, basedOn, period }: Pick<Advice, 'organisation' | 'basedOn' | 'period'>,
): Promise<Pick<Overview, 'plan' | 'reached' | 'open'>> {
  const { records } = workspace;
  const there = (of: string) =>
    records.plans.rows(organisation, of).filter(({ state }) => state !== 'withdrawn');
  const rows = there(period);
  const measured =
    there(basedOn).length === 0
      ? null
      : (await planReached(workspace, { organisation, period: basedOn })).progress;
  return {
    plan:
      rows.length === 0
        ? null
        : {
            period,
            proposed: rows.filter(({ state }) => state === 'proposed').length,
            agreed: rows.filter(({ state }) => state === 'agreed').length,
          },
    reached:
      measured === null
        ? null
        : { period: basedOn, planned: measured.planned.length, reached: measured.reached.length },
    open: openPeriods(workspace, organisation).map((each) => {
      const entered = records.rows(organisation, each).filter(({ row }) => entryState(row) === 'done').length;
      const { framework } = records.assessment(organisation, each);
      return { period: each, entered, of: workspace.pack(framework).framework.objectives.length };
    }),
  };
}
