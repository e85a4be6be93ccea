import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { aboutData } from '../../app/about/about.ts';
import { AboutData } from '../../app/about/about-data.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Diagnostic } from '../../kernel/diagnostics.ts';
import { aboutPage } from '../../pages/about-page.ts';
import { OrganisationParams, serveApi } from '../api/api-routes.ts';
import { servePlainPage } from '../page-routes.ts';

/** Where the data is from, what was found in it, and what the words mean. The sources are read each time, so nothing is kept. */
export function aboutRoutes(app: FastifyInstance, workspace: Workspace): void {
  const keeps = false;
  servePlainPage(
    app,
    workspace,
    'about',
    (context) => aboutPage(context, aboutData(workspace, context.organisation.id)),
    keeps,
  );
  serveApi(app, {
    path: '/organisations/:organisation/about',
    operationId: 'getAbout',
    summary: 'Provenance, findings, definitions, and what text of the standard is held.',
    params: OrganisationParams,
    response: AboutData,
    problems: [400, 404, 503],
    keeps,
    answer: ({ params }) => aboutData(workspace, params.organisation),
  });
  serveApi(app, {
    path: '/organisations/:organisation/findings',
    operationId: 'listFindings',
    summary: 'What was found in the documents that the assessments came from.',
    params: OrganisationParams,
    response: Type.Array(Diagnostic),
    problems: [400, 404, 503],
    keeps,
    answer: ({ params }) => aboutData(workspace, params.organisation).findings,
  });
}
