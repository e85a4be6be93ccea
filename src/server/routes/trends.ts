import type { FastifyInstance } from 'fastify';
import { followUpReport } from '../../app/trends/actions.ts';
import { backtestOf } from '../../app/trends/backtest.ts';
import { challengeReport } from '../../app/trends/challenges.ts';
import { ChallengeReport, FollowUpReport } from '../../app/trends/follow-up-report.ts';
import { MoveReport } from '../../app/trends/move-report.ts';
import { moves } from '../../app/trends/moves.ts';
import { trendsOf } from '../../app/trends/trends.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Backtest } from '../../model/backtest.ts';
import { Trends } from '../../model/trends.ts';
import { gatherTrends } from '../../pages/parts/gather-trends.ts';
import { trendsPage } from '../../pages/trends-page.ts';
import { type ApiRoute, OrganisationParams, serveApi } from '../api/api-routes.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { servePlainPage } from '../page-routes.ts';

/** How scores moved, what was reached of what was advised, what became of actions, and what could be asked. */
export function trendsRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePlainPage(app, workspace, 'trends', async (context) =>
    trendsPage(
      context,
      await gatherTrends(workspace, context.organisation.id),
      await chartsOf(workspace, context, ['levels', 'sections', 'moves']),
    ),
  );
  const ofOrganisation = (
    route: Pick<ApiRoute, 'operationId' | 'summary' | 'response'>,
    path: string,
    answer: (workspace: Workspace, organisation: string) => Promise<unknown>,
  ) =>
    serveApi(app, {
      ...route,
      path: `/organisations/:organisation/${path}`,
      params: OrganisationParams,
      problems: [400, 404, 422, 503],
      answer: ({ params }) => answer(workspace, params.organisation),
    });
  ofOrganisation(
    { operationId: 'getTrends', summary: 'Levels by period and section, and what moved.', response: Trends },
    'trends',
    trendsOf,
  );
  ofOrganisation(
    {
      operationId: 'listMoves',
      summary:
        'The objectives that moved between the latest two periods, with what their comments say of it.',
      response: MoveReport,
    },
    'moves',
    moves,
  );
  ofOrganisation(
    {
      operationId: 'getBacktest',
      summary: 'Advice for the latest period from those before it alone, beside what was reached.',
      response: Backtest,
    },
    'backtest',
    backtestOf,
  );
  ofOrganisation(
    {
      operationId: 'listActions',
      summary: 'The actions of the earlier period, and what became of them.',
      response: FollowUpReport,
    },
    'actions',
    followUpReport,
  );
  ofOrganisation(
    {
      operationId: 'listChallenges',
      summary: 'Places that do not sit together, as questions that a member could ask.',
      response: ChallengeReport,
    },
    'challenges',
    challengeReport,
  );
}
