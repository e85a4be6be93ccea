import type { FastifyInstance } from 'fastify';
import { unlock } from '../../app/advice/unlock.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Unlock } from '../../model/unlock.ts';
import { unlockPage } from '../../pages/unlock-page.ts';
import { OrganisationParams, serveApi, ViewQuery } from '../api-routes.ts';
import { chartsOf } from '../charts-of.ts';
import { servePage } from '../page-routes.ts';
import { viewOf } from '../view-of-context.ts';

/** What would rise if circumstances changed. */
export function unlockRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/unlock',
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
