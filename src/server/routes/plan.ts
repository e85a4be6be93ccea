import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { changePlanRow, choosePlanRow, type PlanView } from '../../app/plan/change-plan-row.ts';
import {
  agreePlan,
  choosePlan,
  planHistory,
  undoPlanRow,
  withdrawPlanRow,
} from '../../app/plan/decide-plan.ts';
import { confirmAction, openActions } from '../../app/plan/open-actions.ts';
import { plan } from '../../app/plan/plan.ts';
import { planReached } from '../../app/plan/plan-reached.ts';
import { OpenAction, PlanHistory, PlanReached, PlanReport } from '../../app/plan/plan-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { matches } from '../../kernel/schema.ts';
import { periodPattern } from '../../model/period.ts';
import { PlanRequest } from '../../model/plan-request.ts';
import { ActionOutcome, PlanNote, PlanRow } from '../../model/plan-row.ts';
import { planAsks } from '../../pages/plan-view.ts';
import {
  circumstancePatterns,
  jsonContent,
  OrganisationParams,
  panelAsked,
  problemResponses,
  serveApi,
  ViewQuery,
} from '../api/api-routes.ts';
import { numberOf } from '../asked/objective-number.ts';
import { PlanAsks } from '../asked/plan-asks.ts';
import { planViewOf, requestOf } from '../asked/plan-request.ts';
import { readQuery } from '../asked/query.ts';
import { IfMatch, seenVersion } from '../forms/seen-version.ts';
import { planPageRoutes } from './plan-page.ts';

const closed = { additionalProperties: false };
const jsonType = 'application/json; charset=utf-8';
const text = (maxLength: number, description: string) => Type.String({ maxLength, description });
const by = text(100, 'Who does it, for the journal.');
const version = Type.Integer({
  minimum: 0,
  description: 'The version of the row that it was made from; 0 where there was none; or If-Match.',
});
const objective = Type.Integer({ minimum: 1 });
const PlanQuery = Type.Object(
  { ...ViewQuery.properties, ...PlanAsks.properties, panel: panelAsked },
  { additionalProperties: false, patternProperties: circumstancePatterns },
);
const PeriodQuery = Type.Object(
  { period: Type.Optional(Type.String({ pattern: periodPattern, description: 'The period of the plan.' })) },
  closed,
);
const RowParams = Type.Object(
  {
    ...OrganisationParams.properties,
    objective: Type.String({ pattern: '^\\d{1,6}$', description: 'The number of an objective.' }),
  },
  closed,
);
const optional = Type.Optional;
const RowChange = Type.Object(
  {
    version: optional(version),
    target: optional(Type.Integer()),
    owner: optional(text(1000, 'Who sees to it.')),
    action: optional(text(10_000, 'What is done.')),
    due: optional(Type.Union([text(20, 'By when.'), Type.Null()])),
    days: optional(Type.Integer({ description: 'Officer-days.' })),
    reason: optional(text(10_000, 'Why this target.')),
    evidence: optional(text(10_000, 'What will show it.')),
    notes: optional(Type.Array(PlanNote)),
    override: optional(Type.Union([text(5000, 'For a target above the ceiling.'), Type.Null()])),
    by,
  },
  closed,
);
const Choose = Type.Object({ request: optional(PlanRequest), by }, closed);
const Agree = Type.Object(
  {
    agreedBy: text(1000, 'Who agreed.'),
    date: text(20, 'On which day.'),
    minute: text(1000, 'The minute or paper that says so.'),
    rows: optional(
      Type.Array(Type.Object({ objective, version }, closed), {
        minItems: 1,
        description: 'All that are proposed unless said.',
      }),
    ),
    by,
  },
  closed,
);
const Withdraw = Type.Object({ version: optional(version), reason: text(5000, 'Why.'), by }, closed);
const Undo = Type.Object({ version: optional(version), by }, closed);
const Confirm = Type.Object(
  { objective, outcome: ActionOutcome, action: optional(text(40_000, 'The action, or words of it.')), by },
  closed,
);

interface Asked {
  readonly view: PlanView;
  readonly objective: number;
  readonly headers: IncomingHttpHeaders;
}

/** What is sent of a row, with which row it is and the version that it was made from. */
function ofRowIn<Body extends { readonly version?: number }>(
  { headers, objective: number }: Asked,
  body: Body,
) {
  return { ...body, objective: number, version: seenVersion(headers, body.version) };
}

/** The best targets for the days, the plan that is kept, and what became of the last actions. */
export function planRoutes(app: FastifyInstance, workspace: Workspace): void {
  planPageRoutes(app, workspace);
  const at = '/organisations/:organisation/plan';
  const params = OrganisationParams;
  serveApi(app, {
    ...{
      path: at,
      operationId: 'getPlan',
      params,
      query: PlanQuery,
      filters: [...planAsks, 'panel'],
      response: PlanReport,
    },
    summary:
      'The targets with the greatest gain in the days, why others are left out, and the plan as chosen.',
    problems: [400, 404, 409, 422, 503],
    answer: async ({ view, filters: { panel = null, ...asks } }) =>
      plan(workspace, view, await requestOf(workspace, view, asks), { panel }),
  });
  serveApi(app, {
    ...{
      path: `${at}/reached`,
      operationId: 'getPlanReached',
      params,
      query: PeriodQuery,
      response: PlanReached,
    },
    summary: 'What was planned for a period against what was reached.',
    problems: [400, 404, 422, 503],
    answer: ({ view }) => planReached(workspace, planViewOf(view)),
  });
  serveApi(app, {
    ...{
      path: `${at}/actions`,
      operationId: 'getOpenActions',
      params,
      query: PeriodQuery,
      response: Type.Array(OpenAction),
    },
    summary: 'What became of the actions of the last period; open ones are carried forward.',
    problems: [400, 404, 422, 503],
    answer: ({ view }) => openActions(workspace, planViewOf(view)),
  });
  serveApi(app, {
    ...{
      path: `${at}/rows/:objective`,
      operationId: 'getPlanHistory',
      params: RowParams,
      query: PeriodQuery,
      response: PlanHistory,
    },
    summary: 'Every change of the target of an objective in a plan, oldest first.',
    problems: [400, 404, 422, 503],
    answer: ({ view, params: { objective: number } }) =>
      planHistory(workspace, planViewOf(view), numberOf(number)),
    version: (history) => (matches(PlanHistory, history) ? (history.changes.at(-1)?.version ?? 0) : 0),
  });
  const change = <Body extends TSchema>(
    path: string,
    operationId: string,
    summary: string,
    [body, response]: readonly [Body, TSchema],
    work: (asked: Asked, body: Static<Body>) => Promise<unknown>,
  ) => {
    const ofRow = path.includes(':objective');
    const schema = {
      ...{ operationId, summary, tags: ['headroom'], consumes: ['application/json'] },
      ...{ params: ofRow ? RowParams : params, querystring: PeriodQuery, body },
      ...(ofRow ? { headers: IfMatch } : {}),
      response: {
        200: { description: summary, ...jsonContent(response) },
        ...problemResponses([400, 403, 404, 409, 413, 415, 422, 503]),
      },
    };
    app.post<{ Params: { organisation: string; objective?: string }; Body: unknown }>(
      `/api/v1${at}${path}`,
      { schema },
      async (request, reply) => {
        const { period } = readQuery(request.query, ['period'], true);
        const { organisation, objective: number } = request.params;
        const view = { organisation, ...(period === undefined ? {} : { period }) };
        const { body: sent } = request;
        if (!matches(body, sent)) throw new Error('a body was not checked');
        const asked = { view, objective: ofRow ? numberOf(number) : 0, headers: request.headers };
        const answer = await work(asked, sent);
        if (matches(PlanRow, answer)) reply.header('etag', `"${answer.version}"`);
        return reply.type(jsonType).send(JSON.stringify(answer));
      },
    );
  };
  change(
    '/choose',
    'choosePlan',
    'Takes the whole suggestion into the plan as proposed.',
    [Choose, PlanReport],
    async ({ view }, body) => {
      await choosePlan(workspace, view, body.request ?? null, body.by);
      return plan(workspace, view);
    },
  );
  change(
    '/agree',
    'agreePlan',
    'Records who agreed what is proposed.',
    [Agree, Type.Array(PlanRow)],
    ({ view }, body) => agreePlan(workspace, view, body),
  );
  change(
    '/actions',
    'confirmAction',
    'Keeps what became of an action.',
    [Confirm, OpenAction],
    ({ view }, body) => confirmAction(workspace, view, body),
  );
  change(
    '/rows/:objective',
    'putPlanRow',
    'Chooses a target, or changes it.',
    [RowChange, PlanRow],
    async (asked, body) => {
      const edit = ofRowIn(asked, body);
      const held = (await planHistory(workspace, asked.view, asked.objective)).changes.at(-1)?.row ?? null;
      return (held === null || held.state === 'withdrawn' ? choosePlanRow : changePlanRow)(
        workspace,
        asked.view,
        edit,
      );
    },
  );
  change(
    '/rows/:objective/withdraw',
    'withdrawPlanRow',
    'Withdraws a target.',
    [Withdraw, PlanRow],
    (asked, body) => withdrawPlanRow(workspace, asked.view, ofRowIn(asked, body)),
  );
  change(
    '/rows/:objective/undo',
    'undoPlanRow',
    'Takes the last change of a target back; null where none is left.',
    [Undo, Type.Union([PlanRow, Type.Null()])],
    (asked, body) => undoPlanRow(workspace, asked.view, ofRowIn(asked, body)),
  );
}
