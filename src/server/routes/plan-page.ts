import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PlanView } from '../../app/plan/change-plan-row.ts';
import { openActions } from '../../app/plan/open-actions.ts';
import { plan } from '../../app/plan/plan.ts';
import { planReached } from '../../app/plan/plan-reached.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { keepAsks } from '../../pages/frame/keep-asks.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import type { RefusedPlan } from '../../pages/parts/plan-forms.ts';
import { planConflictPage, planPage } from '../../pages/plan-page.ts';
import type { planKept } from '../../pages/plan-view.ts';
import { gainSentence } from '../../planning/gain-sentence.ts';
import { askFault } from '../asked/ask-fault.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { pageView } from '../asked/page-view.ts';
import { planViewOf, requestOf } from '../asked/plan-request.ts';
import { oneOf, type ReadQuery, readQuery, wholeNumberOf } from '../asked/query.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { whatIfAsks, whatIfControls } from '../asked/what-if-controls.ts';
import { type FormFields, formFields, takeForms } from '../forms/form-fields.ts';
import { doPlanForm, refusedPlan } from '../forms/plan-form.ts';
import { sendPage } from '../page-routes.ts';

const filters: readonly string[] = [...whatIfControls, 'kept', 'objective'];
const keptNames = [
  'suggestion',
  'row',
  'withdrawn',
  'agreed',
  'undone',
  'action',
] as const satisfies readonly (keyof typeof planKept)[];

/** The page of the plan with its forms, and the page that shows two versions of a row. */
export function planPageRoutes(app: FastifyInstance, workspace: Workspace): void {
  const path = '/:organisation/plan';
  const asksOf = ({ framework }: PageContext, { others }: ReadQuery) =>
    whatIfAsks(
      others,
      framework.sections.map(({ id }) => id),
      workspace.pack(framework.id).planning.levelsAYear,
    );
  const content = async (context: PageContext, query: ReadQuery, refused: RefusedPlan | null) => {
    const view = viewOf(context);
    const asks = asksOf(context, query);
    const { planning } = workspace.pack(context.framework.id);
    const { levelsAYear } = planning;
    const [report, impossible] = await suggested(workspace, view, asks);
    const actions = await openActions(workspace, planViewOf(view));
    const last = { organisation: view.organisation, period: report.basedOn };
    const planned = workspace.records.plans.rows(view.organisation, report.basedOn).length > 0;
    const reached = planned ? await planReached(workspace, last) : null;
    const asked = { request: report.request, asks };
    const charts =
      report.suggestion === null ? [] : await chartsOf(workspace, context, ['plan-frontier'], asked);
    const kept = refused === null ? oneOf(query, 'kept', keptNames) : null;
    const keptOf = kept === null ? null : wholeNumberOf(query, 'objective');
    const shown = { asked: asks, levelsAYear, gain: gainSentence(planning), impossible, charts };
    return { report, actions, reached, ...shown, kept, keptOf, refused };
  };
  const shows = { schema: { hide: true }, config: { keeps: true, showsRefusal: true } };
  app.get<{ Params: { organisation: string } }>(path, shows, async (request, reply) => {
    const query = readQuery(request.query, filters);
    const { context } = await pageView(workspace, request.params.organisation, query);
    const address = context.links.page('plan', context.view, {
      ...asksOf(context, query),
      ...keptIn(query),
    });
    if (address !== request.url) return reply.redirect(address, 302);
    const { refusal } = request;
    if (refusal?.problem.code === 'ROW_CHANGED')
      return conflict(reply, context, { fields: refusal.fields, action: address });
    const refused = refusal === null ? null : refusedPlan(refusal.problem, refusal.fields);
    const shown = await content(context, query, refused);
    const html = planPage(keepAsks(context, shown.impossible === null ? shown.asked : {}), shown);
    return sendPage(shown.impossible === null ? reply : reply.code(422), html);
  });
  app.register(async (forms) => {
    takeForms(forms);
    forms.post<{ Params: { organisation: string } }>(
      path,
      { schema: { hide: true } },
      async (request, reply) => {
        const query = readQuery(request.query, filters);
        const { context } = await pageView(workspace, request.params.organisation, query);
        const view = planViewOf(viewOf(context));
        const fields = formFields(request.body, '/organisations/ORGANISATION/plan');
        const address = (kept: Readonly<Record<string, string>>) =>
          context.links.page('plan', context.view, { ...asksOf(context, query), ...kept });
        const wanted =
          fields['form'] === 'suggestion' ? await requestOf(workspace, view, asksOf(context, query)) : null;
        const done = await doPlanForm(workspace, view, wanted, fields);
        const { objective, place } = placeOf(done, fields);
        return reply.redirect(`${address({ kept: done, ...objective })}#${place}`, 303);
      },
    );
  });

  async function conflict(
    reply: FastifyReply,
    context: PageContext,
    { fields, action }: { readonly fields: FormFields; readonly action: string },
  ) {
    const { rows } = await plan(workspace, viewOf(context), { days: 0 }, { firm: false });
    const held = rows.find((row) => String(row.objective) === fields['objective']) ?? null;
    return sendPage(reply, planConflictPage(context, { sent: fields, held, action }));
  }
}

/** What was done, and to which objective, as the address has it. */
function keptIn(query: ReadQuery): Readonly<Record<string, string>> {
  const kept = oneOf(query, 'kept', keptNames);
  const objective = wholeNumberOf(query, 'objective');
  if (kept === null) return {};
  return { kept, ...(objective === null ? {} : { objective: String(objective) }) };
}

/** Where on the page to go on after a form: to the row that it was about, else to the part. */
function placeOf(done: keyof typeof planKept, { objective = '' }: FormFields) {
  if (done === 'action') return { objective: {}, place: 'last-actions' };
  if (!/^[1-9]\d{0,5}$/.test(objective)) return { objective: {}, place: 'chosen' };
  return { objective: { objective }, place: `objective-${objective}` };
}

/** The report for what is asked, and why there is no suggestion where there can be none. */
async function suggested(workspace: Workspace, view: PlanView, asks: FormFields) {
  try {
    return [await plan(workspace, view, await requestOf(workspace, view, asks)), null] as const;
  } catch (thrown) {
    const fault = askFault(thrown, asks);
    const report = await plan(workspace, view, { days: 0 }, { firm: false });
    return [{ ...report, request: null, suggestion: null }, fault] as const;
  }
}
