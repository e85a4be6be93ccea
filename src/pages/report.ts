import { advise } from '../app/advice/advise.ts';
import { capped } from '../app/advice/capped.ts';
import { adviceWithUptake } from '../app/benchmark/advice-uptake.ts';
import { benchmarkIfAny } from '../app/benchmark/benchmark-if-any.ts';
import { chartParts, listDashboards } from '../app/charts/chart.ts';
import { overview } from '../app/overview/overview.ts';
import type { PeersAsked } from '../app/peer-rows/peers-asked.ts';
import { plan } from '../app/plan/plan.ts';
import { whatIf } from '../app/what-if/what-if.ts';
import { organisationOf } from '../app/workspace/organisations.ts';
import type { ViewOf } from '../app/workspace/view-of.ts';
import type { Workspace } from '../app/workspace/workspace.ts';
import { settableFactorStates } from '../model/factor.ts';
import { benchmarkPart } from './benchmark-part.ts';
import { cappedView } from './capped-view.ts';
import { reportLinks } from './frame/links.ts';
import type { PageContext } from './frame/page-context.ts';
import { printFoot } from './frame/print-foot.ts';
import { stylesheet } from './frame/stylesheet.ts';
import { renderTemplate } from './frame/template.ts';
import type { ViewState } from './frame/view-state.ts';
import { overviewView } from './overview-view.ts';
import { type ChartFigure, chartFigure } from './parts/chart-figure.ts';
import { gatherTrends } from './parts/gather-trends.ts';
import { planPart } from './parts/plan-part.ts';
import { trendsParts } from './parts/trends-parts.ts';
import { whatIfsOf } from './parts/what-ifs-of.ts';
import { targetsView } from './targets-view.ts';

/** Each chart stands once, in the part that it belongs to. */
const chartsByPart = {
  overview: ['levels'],
  capped: ['ceilings'],
  targets: ['headroom'],
  trends: ['sections', 'moves'],
} as const;

/**
 * One HTML file with overview, capped objectives, targets, the plan, trends, others where a panel fits, and charts: it needs no server and no connection.
 * @throws Problem as the use cases do
 */
export async function renderReport(workspace: Workspace, view: ViewOf): Promise<string> {
  const advice = await adviceWithUptake(workspace, (await advise(workspace, view)).advice);
  const context = reportContext(workspace, view, advice.framework);
  const charts = {
    overview: await figures(workspace, view, chartsByPart.overview),
    capped: await figures(workspace, view, chartsByPart.capped),
    targets: await figures(workspace, view, chartsByPart.targets),
    trends: await figures(workspace, view, chartsByPart.trends),
  };
  const trends = await gatherTrends(workspace, view.organisation);
  const { organisation, framework, pack } = context;
  const beside = await benchmarkIfAny(workspace, view.organisation, advice.basedOn);
  return renderTemplate('report.njk', {
    styles: stylesheet().text,
    organisation,
    period: advice.period,
    basedOn: advice.basedOn,
    framework: { name: framework.name, source: framework.source },
    pack,
    generated: context.today,
    printFoot: printFoot(context, `${advice.basedOn} scores and targets for ${advice.period}`, ''),
    whatIfs: whatIfsOf(context),
    overview: { ...overviewView(context, await overview(workspace, view)), charts: charts.overview },
    capped: { ...cappedView(context, await capped(workspace, view)), charts: charts.capped },
    targets: { ...targetsView(context, advice, await whatIf(workspace, view)), charts: charts.targets },
    plan: planPart(await plan(workspace, view, { days: 0 }, { firm: false })),
    trends: { ...trendsParts(context, trends), charts: charts.trends },
    benchmark:
      beside === null
        ? null
        : benchmarkPart(
            context,
            beside,
            await figures(
              workspace,
              { organisation: view.organisation, period: beside.comparison.period },
              ['benchmark-distribution'],
              { panel: beside.panel.id },
            ),
          ),
    inReport: true,
  });
}

function reportContext(workspace: Workspace, view: ViewOf, frameworkId: string): PageContext {
  const { periods, ...organisation } = organisationOf(workspace, view.organisation);
  const { framework, causes, factors, version, sha256 } = workspace.pack(frameworkId);
  const pack = { version, sha256 };
  const today = workspace.effects.now().toISOString().slice(0, 10);
  return {
    ...{ organisation, framework, causes, factors, pack, periods, today },
    ...{ view: stateOf(view), links: reportLinks },
  };
}

function stateOf({ period, factors = {} }: ViewOf): ViewState {
  const set = Object.entries(factors).flatMap(([id, written]) => {
    const state = settableFactorStates.find((one) => one === written);
    return state === undefined ? [] : [[id, state] as const];
  });
  return { period: period ?? null, factors: Object.fromEntries(set) };
}

async function figures(
  workspace: Workspace,
  view: ViewOf,
  dashboards: readonly string[],
  peers: PeersAsked = {},
): Promise<readonly ChartFigure[]> {
  const there = (await listDashboards(workspace)).map(({ id }) => id);
  const made: ChartFigure[] = [];
  for (const id of dashboards.filter((one) => there.includes(one))) {
    made.push(chartFigure(id, await chartParts(workspace, { dashboard: id, view, peers }), reportLinks));
  }
  return made;
}
