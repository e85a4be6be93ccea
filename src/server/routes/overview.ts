import type { FastifyInstance } from 'fastify';
import { overview } from '../../app/overview/overview.ts';
import { Overview } from '../../app/overview/overview-data.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { overviewPage } from '../../pages/overview-page.ts';
import { OrganisationParams, serveApi, ViewQuery } from '../api/api-routes.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { servePage } from '../page-routes.ts';

/** The page that an organisation opens with, and its figures. */
export function overviewRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '',
    carriesAsks: true,
    address: ({ links }) => links.page('overview'),
    html: async ({ context }) =>
      overviewPage(
        context,
        await overview(workspace, viewOf(context)),
        await chartsOf(workspace, context, ['levels', 'section-levels']),
      ),
  });
  serveApi(app, {
    path: '/organisations/:organisation/overview',
    operationId: 'getOverview',
    summary: 'The figures that open the pages of an organisation.',
    params: OrganisationParams,
    query: ViewQuery,
    response: Overview,
    problems: [400, 404, 422, 503],
    answer: ({ view }) => overview(workspace, view),
  });
}
