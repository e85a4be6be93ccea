import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { circumstances } from '../../app/circumstances/circumstances.ts';
import { CircumstancesReport } from '../../app/circumstances/circumstances-report.ts';
import { recordCircumstance } from '../../app/circumstances/record-circumstance.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { Problem } from '../../kernel/problem.ts';
import { settableFactorStates } from '../../model/factor.ts';
import { periodPattern } from '../../model/period.ts';
import { circumstancesPage } from '../../pages/circumstances-page.ts';
import type { RefusedPlan } from '../../pages/parts/plan-forms.ts';
import { jsonContent, OrganisationParams, problemResponses, serveApi } from '../api/api-routes.ts';
import { pageContext } from '../asked/page-view.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { type FormFields, formFields, takeForms, unusableForm } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';

const closed = { additionalProperties: false };
const PeriodQuery = Type.Object(
  {
    period: Type.Optional(
      Type.String({
        pattern: periodPattern,
        description: 'The period that targets are for; the one after the latest assessment unless said.',
      }),
    ),
  },
  closed,
);
const CircumstanceChange = Type.Object(
  {
    factor: Type.String({ maxLength: 100, description: 'The id of the circumstance.' }),
    state: Type.Union(settableFactorStates.map((state) => Type.Literal(state))),
    from: Type.Optional(
      Type.String({
        pattern: periodPattern,
        description: 'The first period for which it holds; the one that targets are for now unless said.',
      }),
    ),
    reason: Type.String({ maxLength: 1000, description: 'What it rests on.' }),
    version: Type.Integer({
      minimum: 0,
      description: 'How often the circumstance had been set when the change was made, as its answer says.',
    }),
    by: Type.String({ maxLength: 100, description: 'Who records it, for the journal.' }),
  },
  closed,
);

interface InOrganisation<Body = unknown> {
  Params: { organisation: string };
  Body: Body;
}

/** What is recorded of circumstances, and recording it: a page with forms, and for programs. */
export function circumstancesRoutes(app: FastifyInstance, workspace: Workspace): void {
  const path = '/:organisation/circumstances';
  const shows = { schema: { hide: true }, config: { showsRefusal: true } };
  app.get<InOrganisation>(path, shows, async (request, reply) => {
    const { organisation } = request.params;
    const query = readQuery(request.query, ['kept'], false);
    const context = pageContext(workspace, organisation);
    const kept = oneOf(
      query,
      'kept',
      context.factors.map(({ id }) => id),
    );
    const address = `${context.links.page('circumstances')}${kept === null ? '' : `?kept=${kept}`}`;
    if (address !== request.url) return reply.redirect(address, 302);
    const report = await circumstances(workspace, { organisation });
    const { refusal } = request;
    const refused = refusal === null ? null : refusedCircumstance(refusal.problem, refusal.fields);
    return sendPage(
      reply,
      circumstancesPage(context, { report, kept: refused === null ? kept : null, refused }),
    );
  });
  app.register(async (forms) => {
    takeForms(forms);
    forms.post<InOrganisation>(path, { schema: { hide: true } }, async (request, reply) => {
      const { organisation } = request.params;
      readQuery(request.query, [], false);
      const context = pageContext(workspace, organisation);
      const fields = formFields(request.body, '/organisations/ORGANISATION/circumstances');
      const { factor = '', state = '', from = '', reason = '', by = '', version = '' } = fields;
      if (!/^\d{1,9}$/.test(version)) throw unusableForm(`version ${version.slice(0, 40) || 'not said'}`);
      recordCircumstance(workspace, {
        ...{ organisation, factor, state, from, reason, by },
        version: Number(version),
      });
      return reply.redirect(`${context.links.page('circumstances')}?kept=${factor}#${factor}`, 303);
    });
  });

  const at = '/organisations/:organisation/circumstances';
  serveApi(app, {
    path: at,
    operationId: 'getCircumstances',
    summary: 'What is recorded of each circumstance, since when and from whom, and what hangs on it.',
    params: OrganisationParams,
    query: PeriodQuery,
    response: CircumstancesReport,
    problems: [400, 404, 422, 503],
    answer: ({ view }) => circumstances(workspace, view),
  });
  const summary = 'Records what holds of a circumstance, for good.';
  app.post<InOrganisation<Static<typeof CircumstanceChange>>>(
    `/api/v1${at}`,
    {
      schema: {
        ...{ operationId: 'recordCircumstance', summary, tags: ['headroom'], consumes: ['application/json'] },
        ...{ params: OrganisationParams, body: CircumstanceChange },
        response: {
          200: { description: summary, ...jsonContent(CircumstancesReport) },
          ...problemResponses([400, 403, 404, 409, 413, 415, 422, 503]),
        },
      },
    },
    async (request, reply) => {
      const { organisation } = request.params;
      recordCircumstance(workspace, { ...request.body, organisation });
      return reply
        .type('application/json; charset=utf-8')
        .send(await circumstances(workspace, { organisation }));
    },
  );
}

/** What the page says of a form that could not be carried out; what the form cannot mend is thrown on. */
function refusedCircumstance(problem: Problem, values: FormFields): RefusedPlan {
  const form = `record-${values['factor']}`;
  if (problem.code === 'ROW_CHANGED')
    return {
      ...{ form, field: null },
      // What is recorded now stands on the page, so it counts as seen.
      values: { ...values, version: problem.detail.allowed?.replace(/\D/g, '') ?? '' },
      message:
        'Somebody else recorded this circumstance meanwhile, so yours is not kept yet. What is recorded now stands beside it. Record yours again to put it in its place, or leave it.',
    };
  const anywhere = isMendableAnywhere(problem);
  const { place = '', seen, allowed, repair } = partsOf(problem);
  const field = place.startsWith('circumstance ') ? 'state' : place;
  const known = ['state', 'from', 'reason', 'by'].includes(field);
  if (!anywhere && (problem.code !== 'BAD_VALUE' || !known)) throw problem;
  const parts =
    seen === undefined || seen === 'nothing' || seen === ''
      ? []
      : [`Seen: ${seen}.`, ...(allowed === undefined ? [] : [`Allowed: ${allowed}.`])];
  const lead = field === 'state' ? 'Choose yes, no or not known.' : repair;
  return { form, field: known ? field : null, message: [lead, ...parts].join(' '), values };
}
