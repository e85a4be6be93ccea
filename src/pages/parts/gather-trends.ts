import { followedActions } from '../../app/trends/actions.ts';
import { backtestOf } from '../../app/trends/backtest.ts';
import { challengeList } from '../../app/trends/challenges.ts';
import { moves } from '../../app/trends/moves.ts';
import { trendsOf } from '../../app/trends/trends.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { TrendsParts } from './trends-parts.ts';

/** All that trends show of an organisation; with one period what needs two is absent, with the reason. @throws Problem as the use cases do */
export async function gatherTrends(workspace: Workspace, organisation: string): Promise<TrendsParts> {
  const trends = await trendsOf(workspace, organisation);
  try {
    const compared = {
      backtest: await backtestOf(workspace, organisation),
      actions: await followedActions(workspace, organisation),
      challenges: await challengeList(workspace, organisation),
      moves: await moves(workspace, organisation),
    };
    return { trends, compared, shortage: null };
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'TOO_FEW_PERIODS')
      return { trends, compared: null, shortage: thrown };
    throw thrown;
  }
}
