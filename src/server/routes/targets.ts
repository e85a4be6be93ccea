import type { FastifyInstance } from 'fastify';
import { advise } from '../../app/advise.ts';
import { adviceWithUptake } from '../../app/benchmark/advice-uptake.ts';
import type { Workspace } from '../../app/workspace.ts';
import { Advice } from '../../model/advice.ts';
import { targetsPage } from '../../pages/targets-page.ts';
import { OrganisationParams, serveApi, ViewQuery } from '../api-routes.ts';
import { chartsOf } from '../charts-of.ts';
import { servePage } from '../page-routes.ts';

/** Targets and ceilings, with circumstances to switch. */
export function targetsRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/targets',
    address: ({ links }) => links.page('targets'),
    html: async ({ context, advice, recorded }) =>
      targetsPage(
        context,
        await adviceWithUptake(workspace, advice),
        recorded,
        await chartsOf(workspace, context, ['headroom']),
      ),
  });
  serveApi(app, {
    path: '/organisations/:organisation/advice',
    operationId: 'getAdvice',
    summary: 'A target and a ceiling for every objective, with the words that they rest on.',
    params: OrganisationParams,
    query: ViewQuery,
    response: Advice,
    problems: [400, 404, 422, 503],
    answer: async ({ view }) => adviceWithUptake(workspace, (await advise(workspace, view)).advice),
  });
}
