import type { FastifyInstance, FastifyReply } from 'fastify';
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
import { writtenRequest } from '../../app/plan/written-request.ts';
import type { Workspace } from '../../app/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { periodPattern } from '../../model/period.ts';
import { PlanRequest } from '../../model/plan-request.ts';
import { ActionOutcome, PlanNote, PlanRow } from '../../model/plan-row.ts';
import type { PageContext } from '../../pages/page-context.ts';
import type { RefusedPlan } from '../../pages/plan-forms.ts';
import { planConflictPage, planPage } from '../../pages/plan-page.ts';
import { planAsks, planKept } from '../../pages/plan-view.ts';
import {
  circumstancePatterns,
  jsonContent,
  OrganisationParams,
  problemResponses,
  serveApi,
  ViewQuery,
} from '../api-routes.ts';
import { type Fields, formFields } from '../criteria-form.ts';
import { numberOf } from '../objective-number.ts';
import { sendPage } from '../page-routes.ts';
import { pageView } from '../page-view.ts';
import { doPlanForm, refusedPlan } from '../plan-form.ts';
import { oneOf, type ReadQuery, readQuery } from '../query.ts';
import { viewOf } from '../view-of-context.ts';

const closed = { additionalProperties: false };
const jsonType = 'application/json; charset=utf-8';
const filters: readonly string[] = [...planAsks, 'kept'];
const keptNames = [
  'suggestion',
  'row',
  'withdrawn',
  'agreed',
  'undone',
  'action',
] as const satisfies readonly (keyof typeof planKept)[];
const text = (maxLength: number, description: string) => Type.String({ maxLength, description });
const by = text(100, 'Who does it, for the journal.');
const version = Type.Integer({
  minimum: 0,
  description: 'The version of the row that it was made from; 0 where there was none.',
});
const objective = Type.Integer({ minimum: 1 });
const asked = (description: string) => Type.Optional(Type.String({ maxLength: 100, description }));
const PlanQuery = Type.Object(
  {
    ...ViewQuery.properties,
    days: Type.Optional(Type.String({ pattern: '^\\d{1,6}$', description: 'Officer-days that there are.' })),
    minimum: asked('Levels that must be reached, such as 4=3,7=4: objective or section, and level.'),
    lock: asked('Targets that are settled, such as 9=3.'),
    weight: asked('How much a level counts, such as 4=3.'),
    effort: asked('Officer-days of steps, such as 4=15 or 4:3=15.'),
    levels: Type.Optional(
      Type.String({ pattern: '^[1-9]\\d?$', description: 'The most levels that one objective rises.' }),
    ),
  },
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
const Withdraw = Type.Object({ version, reason: text(5000, 'Why.'), by }, closed);
const Undo = Type.Object({ version, by }, closed);
const Confirm = Type.Object(
  { objective, outcome: ActionOutcome, action: optional(text(40_000, 'The action, or words of it.')), by },
  closed,
);

interface Asked {
  readonly view: PlanView;
  readonly objective: number;
}

/** The best targets for the days, the plan that is kept, and what became of the last actions. */
export function planRoutes(app: FastifyInstance, workspace: Workspace): void {
  pageRoutes(app, workspace);
  const at = '/organisations/:organisation/plan';
  const params = OrganisationParams;
  serveApi(app, {
    ...{
      path: at,
      operationId: 'getPlan',
      params,
      query: PlanQuery,
      filters: planAsks,
      response: PlanReport,
    },
    summary:
      'The targets with the greatest gain in the days, why others are left out, and the plan as chosen.',
    problems: [400, 404, 422, 503],
    answer: async ({ view, filters: asks }) => plan(workspace, view, await requestOf(workspace, view, asks)),
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
        const answer = await work({ view, objective: ofRow ? numberOf(number) : 0 }, sent);
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
      const edit = { ...body, objective: asked.objective };
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
    (asked, body) => withdrawPlanRow(workspace, asked.view, { ...body, objective: asked.objective }),
  );
  change(
    '/rows/:objective/undo',
    'undoPlanRow',
    'Takes the last change of a target back; null where none is left.',
    [Undo, Type.Union([PlanRow, Type.Null()])],
    (asked, body) => undoPlanRow(workspace, asked.view, { ...body, objective: asked.objective }),
  );
}

function pageRoutes(app: FastifyInstance, workspace: Workspace): void {
  const path = '/:organisation/plan';
  const content = async (context: PageContext, query: ReadQuery, refused: RefusedPlan | null) => {
    const view = viewOf(context);
    const { others } = query;
    const asks = asksOf(others);
    const [report, impossible] = await suggested(workspace, view, asks);
    const actions = await openActions(workspace, planViewOf(view));
    const last = { organisation: view.organisation, period: report.basedOn };
    const planned = workspace.records.planRows(view.organisation, report.basedOn).length > 0;
    const reached = planned ? await planReached(workspace, last) : null;
    const kept = refused === null ? oneOf(query, 'kept', keptNames) : null;
    return { report, actions, reached, asked: asks, impossible, kept, refused };
  };
  app.get<{ Params: { organisation: string } }>(path, { schema: { hide: true } }, async (request, reply) => {
    const query = readQuery(request.query, filters);
    const { context } = await pageView(workspace, request.params.organisation, query);
    const address = context.links.page('plan', context.view, {
      ...asksOf(query.others),
      kept: oneOf(query, 'kept', keptNames),
    });
    if (address !== request.url) return reply.redirect(address, 302);
    const shown = await content(context, query, null);
    return sendPage(shown.impossible === null ? reply : reply.code(422), planPage(context, shown));
  });
  app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    forms.post<{ Params: { organisation: string } }>(
      path,
      { schema: { hide: true } },
      async (request, reply) => {
        const query = readQuery(request.query, filters);
        const { context } = await pageView(workspace, request.params.organisation, query);
        const view = planViewOf(viewOf(context));
        const fields = formFields(request.body);
        const address = (kept: string | null) =>
          context.links.page('plan', context.view, { ...asksOf(query.others), kept });
        try {
          const wanted =
            fields['form'] === 'suggestion' ? await requestOf(workspace, view, query.others) : null;
          const done = await doPlanForm(workspace, view, wanted, fields);
          return reply.redirect(address(done), 303);
        } catch (thrown) {
          if (thrown instanceof Problem && thrown.code === 'ROW_CHANGED')
            return conflict(reply, context, { fields, action: address(null) });
          const refused = refusedPlan(thrown, fields);
          return sendPage(reply.code(400), planPage(context, await content(context, query, refused)));
        }
      },
    );
  });

  async function conflict(
    reply: FastifyReply,
    context: PageContext,
    { fields, action }: { readonly fields: Fields; readonly action: string },
  ) {
    const { rows } = await plan(workspace, viewOf(context), { days: 0 }, { firm: false });
    const held = rows.find((row) => String(row.objective) === fields['objective']) ?? null;
    return sendPage(reply.code(409), planConflictPage(context, { sent: fields, held, action }));
  }
}

/** The report for what is asked, and why there is no suggestion where there can be none. */
async function suggested(workspace: Workspace, view: PlanView, asks: Fields) {
  try {
    return [await plan(workspace, view, await requestOf(workspace, view, asks)), null] as const;
  } catch (thrown) {
    const asked = ['PLAN_IMPOSSIBLE', 'UNKNOWN_OBJECTIVE', 'BAD_VALUE'];
    if (!(thrown instanceof Problem) || !asked.includes(thrown.code)) throw thrown;
    const report = await plan(workspace, view, { days: 0 }, { firm: false });
    return [{ ...report, request: null, suggestion: null }, thrown.message] as const;
  }
}

async function requestOf(
  workspace: Workspace,
  view: PlanView,
  asks: Readonly<Record<string, string>>,
): Promise<PlanRequest | null> {
  const { days, minimum, lock, weight, effort, levels } = asks;
  if (days === undefined) {
    const stray = planAsks.find((name) => asks[name] !== undefined);
    if (stray === undefined) return null;
    throw new Problem('BAD_VALUE', {
      place: stray,
      seen: 'no days',
      repair: 'Say how many officer-days there are.',
    });
  }
  return writtenRequest(workspace, planViewOf(view), {
    days: wholeIn('days', days),
    ...{ minimum: pairs(minimum), lock: pairs(lock), weight: pairs(weight), effort: pairs(effort) },
    levels: levels === undefined ? undefined : wholeIn('levels', levels),
  });
}

function wholeIn(place: string, written: string): number {
  if (/^\d{1,6}$/.test(written.trim())) return Number(written);
  throw new Problem('BAD_VALUE', {
    place,
    seen: written.slice(0, 40),
    allowed: 'a whole number from 0',
    repair: 'Give a whole number, none below 0.',
  });
}

function pairs(written: string | undefined): readonly string[] | undefined {
  return written?.split(/[,;]/).filter((pair) => pair.trim() !== '');
}

function asksOf(others: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    planAsks.flatMap((name) => (others[name] === undefined ? [] : [[name, others[name]]])),
  );
}

function planViewOf({ organisation, period }: PlanView): PlanView {
  return { organisation, ...(period === undefined ? {} : { period }) };
}
