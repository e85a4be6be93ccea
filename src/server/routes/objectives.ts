import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { objectivePeers } from '../../app/benchmark/objective-peers.ts';
import { explainObjective } from '../../app/explain.ts';
import { ObjectiveExplanation } from '../../app/objective-explanation.ts';
import type { Workspace } from '../../app/workspace.ts';
import { objectivePage } from '../../pages/objective-page.ts';
import { objectivesPage } from '../../pages/objectives-page.ts';
import type { ObjectiveFilter } from '../../pages/objectives-view.ts';
import type { PageContext } from '../../pages/page-context.ts';
import { OrganisationParams, serveApi, ViewQuery } from '../api-routes.ts';
import { numberOf } from '../objective-number.ts';
import { servePage } from '../page-routes.ts';
import { oneOf, type ReadQuery } from '../query.ts';
import { viewOf } from '../view-of-context.ts';

/** The list of objectives, and each of them. */
export function objectivesRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/objectives',
    filters: ['section', 'stance', 'capped'],
    address: (context, query) =>
      context.links.page('objectives', context.view, { ...filterOf(context, query) }),
    html: async ({ context, advice }, query) => objectivesPage(context, advice, filterOf(context, query)),
  });
  servePage(app, workspace, {
    path: '/objectives/:objective',
    address: ({ links }, _query, { params }) => links.objective(numberOf(params.objective)),
    html: async ({ context }, _query, { params }) =>
      objectivePage(
        context,
        await explainObjective(workspace, viewOf(context), numberOf(params.objective)),
        await objectivePeers(workspace, context.organisation.id, numberOf(params.objective)),
      ),
  });
  serveApi(app, {
    path: '/organisations/:organisation/objectives/:objective',
    operationId: 'explainObjective',
    summary: 'One objective with every word that its ceiling and target rest on.',
    params: Type.Object(
      {
        ...OrganisationParams.properties,
        objective: Type.String({ pattern: '^\\d{1,6}$', description: 'The number of an objective.' }),
      },
      { additionalProperties: false },
    ),
    query: ViewQuery,
    response: ObjectiveExplanation,
    problems: [400, 404, 422, 503],
    answer: ({ view, params }) => explainObjective(workspace, view, numberOf(params.objective)),
  });
}

function filterOf({ framework }: PageContext, query: ReadQuery): ObjectiveFilter {
  return {
    section: oneOf(
      query,
      'section',
      framework.sections.map(({ id }) => id),
    ),
    stance: oneOf(query, 'stance', ['finish', 'advance', 'hold', 'open']),
    capped: oneOf(query, 'capped', ['now', 'later', 'no']),
  };
}
