import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { answerStatements } from '../../app/criteria/answer-statements.ts';
import { CriteriaReport, criteriaReport } from '../../app/criteria/criteria-report.ts';
import { dropEvidence, keepEvidence } from '../../app/criteria/keep-evidence.ts';
import { pasteWording } from '../../app/criteria/paste-wording.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { periodPattern } from '../../model/period.ts';
import { StatementAnswer } from '../../model/statement.ts';
import { criteriaPage } from '../../pages/criteria-page.ts';
import type { keptWords } from '../../pages/criteria-view.ts';
import { serverLinks } from '../../pages/frame/links.ts';
import { plainView } from '../../pages/frame/view-state.ts';
import { OrganisationParams, problemResponses } from '../api/api-routes.ts';
import { numberOf } from '../asked/objective-number.ts';
import { pageContext } from '../asked/page-view.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { doCriteriaForm, refusedCriteria } from '../forms/criteria-form.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { sendPage } from '../page-routes.ts';

const closed = { additionalProperties: false };
const text = (maxLength: number, description: string) => Type.String({ maxLength, description });
const by = text(100, 'Who does it.');
const RowParams = Type.Object(
  {
    ...OrganisationParams.properties,
    objective: Type.String({ pattern: '^\\d{1,6}$', description: 'The number of an objective.' }),
  },
  closed,
);
const ReturnQuery = Type.Object(
  {
    return: Type.Optional(
      Type.String({
        pattern: periodPattern,
        description: 'The period of the return; the latest unless said.',
      }),
    ),
  },
  closed,
);
const CriteriaChange = Type.Object(
  {
    wording: Type.Optional(
      Type.Object(
        { level: Type.Integer(), text: text(60_000, 'One statement a line; none takes it away.') },
        closed,
      ),
    ),
    answers: Type.Optional(
      Type.Record(Type.String(), StatementAnswer, { description: 'By id of statement.' }),
    ),
    by,
  },
  closed,
);
const EvidenceChange = Type.Union([
  Type.Object(
    {
      add: Type.Object(
        {
          title: text(200, 'What it is.'),
          kind: Type.Union([Type.Literal('link'), Type.Literal('document')]),
          target: text(1000, 'Its address; or the name of the document, and where it is kept.'),
          owner: text(100, 'Who has it.'),
          date: Type.Optional(text(10, 'The day that it is of; today unless said.')),
        },
        closed,
      ),
      by,
    },
    closed,
  ),
  Type.Object({ remove: Type.Integer({ description: 'The number of the evidence.' }), by }, closed),
]);

interface InRow<Body = unknown> {
  Params: { organisation: string; objective: string };
  Body: Body;
}

/** The statements of an objective with their answers, wording to paste, and evidence: a page with forms, and for programs. */
export function criteriaRoutes(app: FastifyInstance, workspace: Workspace): void {
  const path = '/:organisation/objectives/:objective/criteria';
  const shows = { schema: { hide: true }, config: { keeps: true, showsRefusal: true } };
  app.get<InRow>(path, shows, async (request, reply) => {
    const query = readQuery(request.query, ['return', 'kept'], false);
    const kept = oneOf(query, 'kept', ['answers', 'wording', 'evidence', 'removed']);
    const context = pageContext(workspace, request.params.organisation);
    const report = criteriaReport(workspace, rowOf(request));
    const address = withKept(addressOf(report), kept);
    if (address !== request.url) return reply.redirect(address, 302);
    const { refusal } = request;
    const refused = refusal === null ? null : refusedCriteria(refusal.problem, refusal.fields);
    return sendPage(reply, criteriaPage(context, report, refusal === null ? kept : null, refused));
  });
  app.register(async (forms) => {
    takeForms(forms);
    forms.post<InRow>(path, { schema: { hide: true } }, async (request, reply) => {
      const row = rowOf(request);
      const fields = formFields(request.body, '/organisations/ORGANISATION/objectives/NUMBER');
      const done = doCriteriaForm(workspace, row, fields);
      return reply.redirect(withKept(addressOf(criteriaReport(workspace, row)), done), 303);
    });
  });

  serveRow(
    'criteria',
    'Criteria',
    'What an objective asks for in statements, what is said of them, and what follows.',
  );
  app.post<InRow<Static<typeof CriteriaChange>>>(
    apiPath('criteria'),
    { schema: changing('changeCriteria', 'Keeps wording and answers: all or nothing.', CriteriaChange) },
    async (request, reply) => {
      const row = rowOf(request);
      const { wording, answers, by: who } = request.body;
      if (wording === undefined && answers === undefined)
        throw new Problem('BAD_VALUE', {
          place: 'body',
          seen: 'neither wording nor answers',
          repair: 'Nothing was kept: send wording, answers, or both.',
        });
      workspace.records.writing(() => {
        if (wording !== undefined) pasteWording(workspace, { ...row, ...wording, by: who });
        if (answers !== undefined) answerStatements(workspace, { ...row, answers, by: who });
      });
      return reply.type(jsonType).send(criteriaReport(workspace, row));
    },
  );
  serveRow('evidence', 'Evidence', 'The evidence for an objective in one return, beside its statements.');
  app.post<InRow<Static<typeof EvidenceChange>>>(
    apiPath('evidence'),
    { schema: changing('changeEvidence', 'Adds a piece of evidence, or takes one away.', EvidenceChange) },
    async (request, reply) => {
      const row = rowOf(request);
      const { body } = request;
      if ('add' in body) keepEvidence(workspace, { ...row, ...body.add, by: body.by });
      else dropEvidence(workspace, { ...row, id: body.remove, by: body.by });
      return reply.type(jsonType).send(criteriaReport(workspace, row));
    },
  );

  function serveRow(name: string, operation: string, summary: string): void {
    const schema = described(`get${operation}`, summary, [400, 404, 422, 503]);
    app.get<InRow>(apiPath(name), { schema, config: { keeps: true } }, async (request, reply) =>
      reply.type(jsonType).send(criteriaReport(workspace, rowOf(request))),
    );
  }
}

const jsonType = 'application/json; charset=utf-8';

function apiPath(name: string): string {
  return `/api/v1/organisations/:organisation/objectives/:objective/${name}`;
}

function described(operationId: string, summary: string, problems: readonly number[]) {
  return {
    operationId,
    summary,
    tags: ['headroom'],
    params: RowParams,
    querystring: ReturnQuery,
    response: {
      200: { description: summary, content: { 'application/json': { schema: CriteriaReport } } },
      ...problemResponses(problems),
    },
  };
}

function changing(operationId: string, summary: string, body: typeof CriteriaChange | typeof EvidenceChange) {
  const problems = [400, 403, 404, 413, 415, 422, 503];
  return { ...described(operationId, summary, problems), consumes: ['application/json'], body };
}

function rowOf({ params, query }: { params: InRow['Params']; query: unknown }) {
  const { organisation, objective } = params;
  const { others } = readQuery(query, ['return', 'kept'], false);
  return { organisation, objective: numberOf(objective), period: others['return'] };
}

/** The page's own address for a return: the latest is left out. */
function addressOf({ organisation, objective, period, periods }: CriteriaReport): string {
  const of = period === periods.at(-1) ? null : period;
  return serverLinks(organisation, plainView).criteria(objective.number, of) ?? '';
}

function withKept(address: string, kept: keyof typeof keptWords | null): string {
  return kept === null ? address : `${address}${address.includes('?') ? '&' : '?'}kept=${kept}`;
}
