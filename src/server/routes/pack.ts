import type { FastifyInstance } from 'fastify';
import { capped } from '../../app/advice/capped.ts';
import { adviceWithUptake } from '../../app/benchmark/advice-uptake.ts';
import { benchmarkIfAny } from '../../app/benchmark/benchmark-if-any.ts';
import { overview } from '../../app/overview/overview.ts';
import { plan } from '../../app/plan/plan.ts';
import { moves } from '../../app/trends/moves.ts';
import { trendsOf } from '../../app/trends/trends.ts';
import { whatIf } from '../../app/what-if/what-if.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import { keepAsks } from '../../pages/frame/keep-asks.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { packPage } from '../../pages/pack-page.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { pageView } from '../asked/page-view.ts';
import { whatIfRequestOf } from '../asked/plan-request.ts';
import { readQuery } from '../asked/query.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { whatIfAsks, whatIfControls } from '../asked/what-if-controls.ts';
import { sendPage } from '../page-routes.ts';

/** The committee pack: what overview, capped, targets, plan and trends answer, in one document. */
export function packRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get<{ Params: { organisation: string } }>(
    '/:organisation/pack',
    { schema: { hide: true }, config: { keeps: true } },
    async (request, reply) => {
      const query = readQuery(request.query, whatIfControls);
      const { context, advice } = await pageView(workspace, request.params.organisation, query);
      const { framework, links } = context;
      const { levelsAYear } = workspace.pack(advice.framework).planning;
      const sections = framework.sections.map(({ id }) => id);
      const asks = whatIfAsks(query.others, sections, levelsAYear);
      const address = links.page('pack', context.view, asks);
      if (address !== request.url) return reply.redirect(address, 302);
      const view = viewOf(context);
      const report = await whatIf(workspace, view, await whatIfRequestOf(workspace, view, asks));
      if (report.conflict !== null)
        throw new Problem('PLAN_IMPOSSIBLE', {
          seen: report.conflict.demands.map(({ text }) => text).join('; '),
          repair: `These cannot hold together: ${report.conflict.because} Change one of them on the page of targets.`,
        });
      const trends = await trendsOf(workspace, view.organisation);
      const beside = await benchmarkIfAny(workspace, view.organisation, advice.basedOn);
      const charts = (of: readonly string[]) => chartsOf(workspace, context, of);
      const html = packPage(keepAsks(context, asks), {
        advice: await adviceWithUptake(workspace, advice),
        ...{ report, asks, address: `${request.askedOrigin}${address}` },
        overview: await overview(workspace, view),
        capped: await capped(workspace, view),
        plan: await plan(workspace, view, { days: 0 }, { firm: false }),
        trends,
        beside,
        moves: trends.transitions.length === 0 ? null : await moves(workspace, view.organisation),
        charts: {
          overview: await charts(['section-levels']),
          capped: await charts(['ceilings']),
          targets: [],
          trends: await charts(['sections']),
          beside: beside === null ? [] : await besideCharts(workspace, context, beside),
        },
      });
      return sendPage(reply, html);
    },
  );
}

/** How others are spread, in the period of the return and whatever is supposed of targets. */
function besideCharts(workspace: Workspace, context: PageContext, { comparison, panel }: BenchmarkReport) {
  const { period } = comparison;
  const at = { ...context, view: { period, factors: {} } };
  const asks = { panel: panel.id, period };
  return chartsOf(workspace, at, ['benchmark-distribution'], {
    ...{ request: null, asks, peers: { panel: panel.id } },
  });
}
