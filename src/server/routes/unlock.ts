import type { FastifyInstance } from 'fastify';
import { unlock } from '../../app/advice/unlock.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Unlock } from '../../model/unlock.ts';
import { unlockPage } from '../../pages/unlock-page.ts';
import { OrganisationParams, serveApi, ViewQuery } from '../api/api-routes.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { servePage } from '../page-routes.ts';

/** What would rise if circumstances changed. */
export function unlockRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/unlock',
    carriesAsks: true,
    address: ({ links }) => links.page('unlock'),
    html: async ({ context }) =>
      unlockPage(
        context,
        await unlock(workspace, viewOf(context)),
        await chartsOf(workspace, context, ['unlock']),
      ),
  });
  serveApi(app, {
    path: '/organisations/:organisation/unlock',
    operationId: 'getUnlock',
    summary: 'Which circumstances would raise which ceilings, and what no circumstance lifts.',
    params: OrganisationParams,
    query: ViewQuery,
    response: Unlock,
    problems: [400, 404, 422, 503],
    answer: ({ view }) => unlock(workspace, view),
  });
}
