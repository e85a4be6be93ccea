import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { advise } from '../../app/advice/advise.ts';
import { adviceWithUptake } from '../../app/benchmark/advice-uptake.ts';
import { severalPanelsSentence } from '../../app/benchmark/several-panels-sentence.ts';
import { whatIf } from '../../app/what-if/what-if.ts';
import { WhatIfReport } from '../../app/what-if/what-if-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Advice } from '../../model/advice.ts';
import { keepAsks } from '../../pages/frame/keep-asks.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import type { AskFault } from '../../pages/parts/ask-fault.ts';
import { conflictFault } from '../../pages/parts/what-if-form.ts';
import { planAsks } from '../../pages/plan-view.ts';
import { targetsPage } from '../../pages/targets-page.ts';
import {
  circumstancePatterns,
  OrganisationParams,
  panelAsked,
  serveApi,
  ViewQuery,
} from '../api/api-routes.ts';
import { askFault } from '../asked/ask-fault.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { pageView } from '../asked/page-view.ts';
import { PlanAsks } from '../asked/plan-asks.ts';
import { planOfTargets } from '../asked/plan-of-targets.ts';
import { whatIfRequestOf } from '../asked/plan-request.ts';
import { type ReadQuery, readQuery } from '../asked/query.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { whatIfAsks, whatIfControls } from '../asked/what-if-controls.ts';
import { sendPage } from '../page-routes.ts';

/** Targets and ceilings, with all that can be supposed, and what it changes. */
export function targetsRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get<{ Params: { organisation: string } }>(
    '/:organisation/targets',
    { schema: { hide: true }, config: { keeps: true } },
    async (request, reply) => {
      const query = readQuery(request.query, whatIfControls);
      const { context, advice, recorded } = await pageView(workspace, request.params.organisation, query);
      const { levelsAYear } = workspace.pack(advice.framework).planning;
      const asks = asksOf(context, query, levelsAYear);
      const address = context.links.page('targets', context.view, asks);
      if (address !== request.url) return reply.redirect(address, 302);
      const { report, fault } = await compared(workspace, context, asks);
      const charts = await chartsOf(workspace, context, ['headroom']);
      const html = targetsPage(keepAsks(context, fault === null ? asks : {}), {
        advice: await adviceWithUptake(workspace, advice),
        several: severalPanelsSentence(workspace, context.organisation.id),
        ...{ recorded, report, charts, asks, levelsAYear, fault },
        address: `${request.askedOrigin}${address}`,
        planAsks: planOfTargets(report, asks),
      });
      return sendPage(fault === null ? reply : reply.code(422), html);
    },
  );
  serveApi(app, {
    path: '/organisations/:organisation/advice',
    operationId: 'getAdvice',
    summary: 'A target and a ceiling for every objective, with the words that they rest on.',
    params: OrganisationParams,
    query: Type.Object(
      { ...ViewQuery.properties, panel: panelAsked },
      { additionalProperties: false, patternProperties: circumstancePatterns },
    ),
    filters: ['panel'],
    response: Advice,
    problems: [400, 404, 409, 422, 503],
    answer: async ({ view, filters: { panel = null } }) =>
      adviceWithUptake(workspace, (await advise(workspace, view)).advice, panel),
  });
  serveApi(app, {
    path: '/organisations/:organisation/what-if',
    operationId: 'getWhatIf',
    summary:
      'Targets as they are beside those with other circumstances, officer-days, weights and minimum levels.',
    params: OrganisationParams,
    query: Type.Object(
      { ...ViewQuery.properties, ...PlanAsks.properties },
      { additionalProperties: false, patternProperties: circumstancePatterns },
    ),
    filters: planAsks,
    response: WhatIfReport,
    problems: [400, 404, 422, 503],
    answer: async ({ view, filters }) =>
      whatIf(workspace, view, await whatIfRequestOf(workspace, view, filters)),
  });
}

function asksOf({ framework }: PageContext, { others }: ReadQuery, levelsAYear: number) {
  return whatIfAsks(
    others,
    framework.sections.map(({ id }) => id),
    levelsAYear,
  );
}

/** The report for what is asked, or for nothing where that cannot be read, with what is at fault. */
async function compared(
  workspace: Workspace,
  context: PageContext,
  asks: Readonly<Record<string, string>>,
): Promise<{ readonly report: WhatIfReport; readonly fault: AskFault | null }> {
  const view = viewOf(context);
  try {
    const report = await whatIf(workspace, view, await whatIfRequestOf(workspace, view, asks));
    return { report, fault: report.conflict === null ? null : conflictFault(report.conflict) };
  } catch (thrown) {
    const fault = askFault(thrown, asks);
    return { report: await whatIf(workspace, view), fault };
  }
}
