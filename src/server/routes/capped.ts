import type { FastifyInstance } from 'fastify';
import { capped } from '../../app/advice/capped.ts';
import { CappedReport } from '../../app/advice/capped-report.ts';
import { unlock } from '../../app/advice/unlock.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { cappedPage } from '../../pages/capped-page.ts';
import { OrganisationParams, serveApi, ViewQuery } from '../api/api-routes.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { servePage } from '../page-routes.ts';

/** What is capped, by what, and who could lift it. */
export function cappedRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/capped',
    carriesAsks: true,
    address: ({ links }) => links.page('capped'),
    html: async ({ context }) =>
      cappedPage(
        context,
        await capped(workspace, viewOf(context)),
        await unlock(workspace, viewOf(context)),
        await chartsOf(workspace, context, ['ceilings', 'section-causes']),
      ),
  });
  serveApi(app, {
    path: '/organisations/:organisation/capped',
    operationId: 'getCapped',
    summary: 'What is capped, by what, and who could lift it.',
    params: OrganisationParams,
    query: ViewQuery,
    response: CappedReport,
    problems: [400, 404, 422, 503],
    answer: ({ view }) => capped(workspace, view),
  });
}
