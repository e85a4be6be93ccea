import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { decide } from '../../app/review/decide.ts';
import { Decision } from '../../app/review/decision.ts';
import { limitChoices } from '../../app/review/limit-choices.ts';
import { review } from '../../app/review/review.ts';
import { ReviewReport } from '../../app/review/review-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { reviewPage } from '../../pages/review-page.ts';
import { filterQuery, type ReviewPageFilter } from '../../pages/review-view.ts';
import {
  circumstancePatterns,
  jsonContent,
  OrganisationParams,
  problemResponses,
  serveApi,
  ViewQuery,
} from '../api/api-routes.ts';
import { pageView } from '../asked/page-view.ts';
import { oneOf, type ReadQuery, readQuery, wholeNumberOf } from '../asked/query.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { decisionFields, decisionFromForm, refusalOf } from '../forms/decision-form.ts';
import { takeForms } from '../forms/form-fields.ts';
import { servePage } from '../page-routes.ts';

const filters = ['show', 'objective', 'kept'];
const summary = 'What was read from the comments, and what officers said of it.';

/** What was read from the comments, and the decisions of officers on it. */
export function reviewRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/review',
    filters,
    showsRefusal: true,
    address: ({ links, view }, query) => links.page('review', view, filterQuery(filterOf(query))),
    html: async ({ context }, query, { refusal }) => {
      const refused = refusal === null ? null : refusalOf(refusal.problem, refusal.fields);
      const filter = { ...filterOf(query), ...(refused === null ? {} : { kept: null }) };
      const { show, objective } = filter;
      const asked = { unconfirmed: show === 'unconfirmed', objective: objective ?? undefined };
      const report = await review(workspace, viewOf(context), asked);
      const choices = limitChoices(workspace.pack(report.framework));
      return reviewPage(context, { report, choices, filter, refused });
    },
  });
  app.register(async (forms) => {
    takeForms(forms);
    forms.post<{ Params: { organisation: string } }>(
      '/:organisation/review',
      { schema: { hide: true } },
      async (request, reply) => {
        const query = readQuery(request.query, filters);
        const { context } = await pageView(workspace, request.params.organisation, query);
        const { links, view } = context;
        const filter = { ...filterOf(query), kept: null };
        const fields = decisionFields(request.body);
        const decision = decisionFromForm(fields);
        await decide(workspace, viewOf(context), decision);
        const kept = { ...filter, kept: decision.objective };
        const address = links.page('review', view, filterQuery(kept));
        return reply.redirect(`${address}#objective-${decision.objective}`, 303);
      },
    );
  });
  serveApi(app, {
    path: '/organisations/:organisation/review',
    operationId: 'getReview',
    summary,
    params: OrganisationParams,
    query: Type.Object(
      {
        ...ViewQuery.properties,
        objective: Type.Optional(
          Type.String({ pattern: '^\\d{1,6}$', description: 'The number of an objective; all unless said.' }),
        ),
        unconfirmed: Type.Optional(Type.Literal('yes', { description: 'Only what nobody has confirmed.' })),
      },
      { additionalProperties: false, patternProperties: circumstancePatterns },
    ),
    filters: ['objective', 'unconfirmed'],
    response: ReviewReport,
    problems: [400, 404, 422, 503],
    answer: ({ view, filters: { objective, unconfirmed } }) =>
      review(workspace, view, {
        objective: objective === undefined ? undefined : Number(objective),
        unconfirmed: unconfirmed === 'yes',
      }),
  });
  app.post<{ Params: { organisation: string }; Body: Decision }>(
    '/api/v1/organisations/:organisation/review',
    {
      schema: {
        operationId: 'decideReading',
        summary: 'Keeps a decision on what was read from a comment, and gives the objective as it then is.',
        tags: ['headroom'],
        consumes: ['application/json'],
        params: OrganisationParams,
        querystring: Type.Object({ period: ViewQuery.properties.period }, { additionalProperties: false }),
        body: Decision,
        response: {
          200: { description: summary, ...jsonContent(ReviewReport) },
          ...problemResponses([400, 403, 404, 409, 413, 415, 422, 503]),
        },
      },
    },
    async (request, reply) => {
      const { organisation } = request.params;
      const { period } = readQuery(request.query);
      const view = { organisation, ...(period === undefined ? {} : { period }) };
      return reply.type('application/json; charset=utf-8').send(await decide(workspace, view, request.body));
    },
  );
}

function filterOf(query: ReadQuery): ReviewPageFilter {
  return {
    show: oneOf(query, 'show', ['unconfirmed', 'all']),
    objective: wholeNumberOf(query, 'objective'),
    kept: wholeNumberOf(query, 'kept'),
  };
}
