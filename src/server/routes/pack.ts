import type { FastifyInstance } from 'fastify';
import { capped } from '../../app/advice/capped.ts';
import { adviceWithUptake } from '../../app/benchmark/advice-uptake.ts';
import { overview } from '../../app/overview/overview.ts';
import { plan } from '../../app/plan/plan.ts';
import { moves } from '../../app/trends/moves.ts';
import { trendsOf } from '../../app/trends/trends.ts';
import { whatIf } from '../../app/what-if/what-if.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { keepAsks } from '../../pages/frame/keep-asks.ts';
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
      const charts = (of: readonly string[]) => chartsOf(workspace, context, of);
      const html = packPage(keepAsks(context, asks), {
        advice: await adviceWithUptake(workspace, advice),
        ...{ report, asks, address: `${request.protocol}://${request.host}${address}` },
        overview: await overview(workspace, view),
        capped: await capped(workspace, view),
        plan: await plan(workspace, view, { days: 0 }, { firm: false }),
        trends,
        moves: trends.transitions.length === 0 ? null : await moves(workspace, view.organisation),
        charts: {
          overview: await charts(['levels']),
          capped: await charts(['ceilings']),
          targets: await charts(['headroom']),
          trends: await charts(['sections', 'moves']),
        },
      });
      return sendPage(reply, html);
    },
  );
}
