import { chartWords, listDashboards } from '../app/chart.ts';
import type { Workspace } from '../app/workspace.ts';
import { type ChartFigure, chartFigure } from '../pages/chart-figure.ts';
import type { PageContext } from '../pages/page-context.ts';
import { viewOf } from './view-of-context.ts';

/** The figures of some dashboards for a page's view, in the order given; one that is not there is left out. @throws Problem DASHBOARD_BROKEN */
export async function chartsOf(
  workspace: Workspace,
  context: PageContext,
  dashboards: readonly string[],
): Promise<readonly ChartFigure[]> {
  const of = viewOf(context);
  const there = (await listDashboards(workspace)).map(({ id }) => id);
  const figures: ChartFigure[] = [];
  for (const id of dashboards.filter((one) => there.includes(one)))
    figures.push(chartFigure(id, await chartWords(workspace, id, of), context.links));
  return figures;
}
