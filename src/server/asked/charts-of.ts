import { chartParts, listDashboards } from '../../app/charts/chart.ts';
import type { PeersAsked } from '../../app/peer-rows/peers-asked.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { type ChartFigure, chartFigure } from '../../pages/parts/chart-figure.ts';
import { viewOf } from './view-of-context.ts';

/** What a page asks of a plan, for a dashboard of the plan, or of a panel, for one of others. */
interface Asked {
  readonly request: PlanRequest | null;
  readonly peers?: PeersAsked;
  /** The same as the address has it, for that of the picture. */
  readonly asks: Readonly<Record<string, string>>;
}

/** The figures of some dashboards for a page's view, in the order given; one that is not there is left out. @throws Problem DASHBOARD_BROKEN */
export async function chartsOf(
  workspace: Workspace,
  context: PageContext,
  dashboards: readonly string[],
  { request, asks, peers = {} }: Asked = { request: null, asks: {} },
): Promise<readonly ChartFigure[]> {
  const of = viewOf(context);
  const there = (await listDashboards(workspace)).map(({ id }) => id);
  const figures: ChartFigure[] = [];
  for (const id of dashboards.filter((one) => there.includes(one))) {
    const parts = await chartParts(workspace, { dashboard: id, view: of, request, peers });
    figures.push(chartFigure(id, parts, context.links, asks));
  }
  return figures;
}
