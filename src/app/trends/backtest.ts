import type { Backtest } from '../../model/backtest.ts';
import { advise } from '../advice/advise.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assessedPeriods, latestTwo } from './assessed-periods.ts';

/**
 * Advice for the latest period, as the periods before it alone give it, beside what that period reached.
 * @throws Problem UNKNOWN_ORGANISATION, TOO_FEW_PERIODS; those of the pack
 */
export async function backtestOf(workspace: Workspace, organisation: string): Promise<Backtest> {
  const { later } = latestTwo(organisation, await assessedPeriods(workspace, organisation));
  const { advice } = await advise(workspace, { organisation, period: later.period });
  const { backtest } = await import('../../analytics/backtest.ts');
  return backtest(advice, later.assessment);
}
