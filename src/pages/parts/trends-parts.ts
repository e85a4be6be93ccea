import type { MoveReport } from '../../app/trends/move-report.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Backtest } from '../../model/backtest.ts';
import type { Challenge } from '../../model/challenge.ts';
import type { FollowedAction } from '../../model/follow-up.ts';
import type { Trends } from '../../model/trends.ts';
import type { PageContext } from '../frame/page-context.ts';
import { backtestView, trendsView } from '../trends-view.ts';
import { actionsView, challengesView } from './follow-up-view.ts';

/** All that trends show; with one period there is nothing to compare, and `shortage` says so. */
export interface TrendsParts {
  readonly trends: Trends;
  readonly compared: {
    readonly backtest: Backtest;
    readonly actions: readonly FollowedAction[];
    readonly challenges: readonly Challenge[];
    readonly moves: MoveReport;
  } | null;
  readonly shortage: Problem | null;
}

/** Trends, backtest, actions and questions, ready to print; what needs two periods is null without them. */
export function trendsParts(context: PageContext, { trends, compared, shortage }: TrendsParts) {
  return {
    trends: trendsView(context, trends, compared?.moves ?? null),
    inShort: inShort(trends, compared),
    backtest: compared === null ? null : backtestView(context, compared.backtest),
    backtestShortage: shortage?.message ?? null,
    actions: compared === null ? null : actionsView(context, compared.actions),
    challenges: compared === null ? null : challengesView(context, compared.challenges),
  };
}

/** What a reader should know first: standing, moves, actions and questions, a sentence each. */
function inShort(trends: Trends, compared: TrendsParts['compared']): readonly string[] {
  const [first, last] = [trends.periods[0], trends.periods.at(-1)];
  const standing = (one: Trends['periods'][number]) =>
    `${one.whole.satisfactory.count} of ${one.whole.n} in ${one.period}`;
  const at = `At ${trends.satisfactory} or above`;
  const latest = trends.transitions.at(-1);
  const done = (outcome: string) => compared?.actions.filter((action) => action.outcome === outcome).length;
  return [
    ...(first === undefined || last === undefined
      ? []
      : [first === last ? `${at}: ${standing(last)}.` : `${at}: ${standing(first)}, ${standing(last)}.`]),
    ...(latest === undefined ? [] : [latest.whole.higher.sentence, latest.whole.lower.sentence]),
    ...(compared === null || compared.actions.length === 0
      ? []
      : [
          `Of ${compared.actions.length} actions of ${compared.moves.from}: ${done('done')} done, ${done('carried-on')} carried on, ${done('changed')} changed; of ${done('not-stated')} the words do not tell.`,
        ]),
  ];
}
