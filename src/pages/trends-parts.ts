import type { Problem } from '../kernel/problem.ts';
import type { Backtest } from '../model/backtest.ts';
import type { Challenge } from '../model/challenge.ts';
import type { FollowedAction } from '../model/follow-up.ts';
import type { Trends } from '../model/trends.ts';
import { actionsView, challengesView } from './follow-up-view.ts';
import type { PageContext } from './page-context.ts';
import { backtestView, trendsView } from './trends-view.ts';

/** All that trends show; with one period there is nothing to compare, and `shortage` says so. */
export interface TrendsParts {
  readonly trends: Trends;
  readonly compared: {
    readonly backtest: Backtest;
    readonly actions: readonly FollowedAction[];
    readonly challenges: readonly Challenge[];
  } | null;
  readonly shortage: Problem | null;
}

/** Trends, backtest, actions and questions, ready to print; what needs two periods is null without them. */
export function trendsParts(context: PageContext, { trends, compared, shortage }: TrendsParts) {
  return {
    trends: trendsView(context, trends),
    backtest: compared === null ? null : backtestView(context, compared.backtest),
    backtestShortage: shortage?.message ?? null,
    actions: compared === null ? null : actionsView(context, compared.actions),
    challenges: compared === null ? null : challengesView(context, compared.challenges),
  };
}
