import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { HeldOrganisation, listOrganisations, organisationOf } from '../../app/workspace/organisations.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { organisationsPage } from '../../pages/organisations-page.ts';
import { OrganisationParams, serveApi } from '../api/api-routes.ts';
import { readQuery } from '../asked/query.ts';
import { sendPage } from '../page-routes.ts';

/** The start page: the one organisation that there is, or a list of those that there are. */
export function organisationsRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get('/', { schema: { hide: true } }, (request, reply) => {
    readQuery(request.query, [], false);
    const organisations = listOrganisations(workspace);
    const [only, second] = organisations;
    if (only !== undefined && second === undefined)
      return reply.redirect(only.periods.length === 0 ? `/${only.id}/assessments` : `/${only.id}`, 302);
    return sendPage(reply, organisationsPage(organisations));
  });
  serveApi(app, {
    path: '/organisations',
    operationId: 'listOrganisations',
    summary: 'The organisations of this workspace, with their periods.',
    response: Type.Array(HeldOrganisation),
    problems: [400, 503],
    answer: () => listOrganisations(workspace),
  });
  serveApi(app, {
    path: '/organisations/:organisation',
    operationId: 'getOrganisation',
    summary: 'An organisation, with the periods of its closed and open assessments.',
    params: OrganisationParams,
    response: HeldOrganisation,
    problems: [400, 404, 503],
    answer: ({ params }) => organisationOf(workspace, params.organisation),
  });
}
