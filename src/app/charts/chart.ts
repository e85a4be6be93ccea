import type { ChartText } from '../../charts/chart-text.ts';
import type { Dashboard } from '../../charts/dashboard.ts';
import type { ChartOptions, Drawing, RenderedChart } from '../../charts/render-chart.ts';
import type { ChartStamp } from '../../charts/stamp.ts';
import { Problem } from '../../kernel/problem.ts';
import { isPeerDataset } from '../peer-rows/no-peer-rows.ts';
import { peerStamp } from '../peer-rows/peer-stamp.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import { resolveView, type ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { advisedDatasets, type DatasetAsked, datasetRows } from './dataset-rows.ts';

/** A dashboard as it is listed. */
export interface ListedDashboard {
  readonly id: string;
  readonly question: string;
  /** The fewest periods that it takes. */
  readonly needs: number;
}

/** A rendered chart, with the periods that it is of as they stand in the name of a file, such as `2024-from-2023`. */
export interface NamedChart extends RenderedChart {
  readonly of: string;
}

const kept = new WeakMap<Workspace, Promise<readonly Dashboard[]>>();

/** The dashboards that there are, in order of id. @throws Problem DASHBOARD_BROKEN */
export async function listDashboards(workspace: Workspace): Promise<readonly ListedDashboard[]> {
  return (await dashboardsOf(workspace)).map(({ id, question, variants }) => ({
    id,
    question,
    needs: variants[0]?.periods ?? 1,
  }));
}

/** The ids of the dashboards that show others, in order. @throws Problem DASHBOARD_BROKEN */
export async function peerDashboards(workspace: Workspace): Promise<readonly string[]> {
  return (await dashboardsOf(workspace)).filter(({ data }) => isPeerDataset(data)).map(({ id }) => id);
}

/** Which dashboard is drawn, and of what. */
export interface ChartAsked extends DatasetAsked {
  /** Its id. */
  readonly dashboard: string;
}

/**
 * A dashboard for a view, in one of its forms, with a stamp that says whose it is.
 * @throws Problem UNKNOWN_DASHBOARD, DASHBOARD_BROKEN, FONTS_MISSING (PNG); BAD_VALUE for a request where no plan is shown,
 * and for peers where no others are; as `advise`, `plan` and `benchmark` do
 */
export async function chart(
  workspace: Workspace,
  asked: ChartAsked,
  form: Pick<ChartOptions, 'format' | 'narrow'>,
): Promise<NamedChart> {
  const { view, peers = {} } = asked;
  const { found, rows } = await askedRows(workspace, asked);
  const stamp = isPeerDataset(found.data)
    ? peerStamp(workspace, view, peers, rows)
    : stampOf(workspace, found, view);
  const { renderChart } = await import('../../charts/render-chart.ts');
  const of = stamp.period
    .toLowerCase()
    .replace(/, supposing .*/, '')
    .replace(/[^a-z0-9]+/g, '-');
  return { ...(await renderChart(found, rows, { ...form, stamp })), of };
}

/** A dashboard's headline, sentences and figures for a view. @throws Problem as `chart` does */
export async function chartWords(workspace: Workspace, asked: ChartAsked): Promise<ChartText> {
  const { found, rows } = await askedRows(workspace, asked);
  const { chartText } = await import('../../charts/chart-text.ts');
  return chartText(found, rows);
}

/** A chart in parts, for a page: its words, and its picture without a frame. */
export interface ChartParts {
  readonly text: ChartText;
  /** SVG elements; null where there is too little to draw. */
  readonly drawing: Drawing | null;
}

/** A dashboard's words and picture for a view. @throws Problem as `chart` does */
export async function chartParts(workspace: Workspace, asked: ChartAsked): Promise<ChartParts> {
  const { found, rows } = await askedRows(workspace, asked);
  const { chartText } = await import('../../charts/chart-text.ts');
  const { renderDrawing } = await import('../../charts/render-chart.ts');
  const text = chartText(found, rows);
  const label = `Chart. ${text.headline} The figures are in the table below.`;
  return { text, drawing: await renderDrawing(found, rows, label) };
}

async function askedRows(workspace: Workspace, { dashboard, ...asked }: ChartAsked) {
  const found = await dashboardOf(workspace, dashboard);
  const { id, data } = found;
  if ((asked.request ?? null) !== null && data !== 'planFrontier')
    throw new Problem('BAD_VALUE', {
      place: 'days',
      seen: `days of a plan, for the chart ${id}`,
      allowed: 'a chart of the plan',
      repair: 'Leave out what is asked of a plan.',
    });
  const [peer] = Object.entries(asked.peers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (peer !== undefined && !isPeerDataset(data))
    throw new Problem('BAD_VALUE', {
      place: peer,
      seen: `a ${peer} to compare with, for the chart ${id}`,
      allowed: 'a chart of others: benchmark-…',
      repair: 'Leave it out.',
    });
  return { found, rows: await datasetRows(workspace, data, asked) };
}

async function dashboardOf(workspace: Workspace, id: string): Promise<Dashboard> {
  const { dashboardById } = await import('../../charts/load.ts');
  return dashboardById(await dashboardsOf(workspace), id);
}

function dashboardsOf(workspace: Workspace): Promise<readonly Dashboard[]> {
  const held = kept.get(workspace) ?? load(workspace.places.dashboards);
  kept.set(workspace, held);
  return held;
}

async function load(folder: string): Promise<readonly Dashboard[]> {
  const { loadDashboards } = await import('../../charts/load.ts');
  return loadDashboards(folder);
}

function stampOf(workspace: Workspace, { data }: Dashboard, view: ViewOf): ChartStamp {
  const { organisation, pack, input, whatIf } = resolveView(workspace, view);
  const whatIfs = pack.factors.flatMap(({ id, name }) =>
    whatIf[id] === undefined ? [] : `${name}: ${whatIf[id]}`,
  );
  const supposing = whatIfs.length === 0 ? '' : `, supposing ${whatIfs.join(', ')}`;
  const period = advisedDatasets.includes(data)
    ? `${input.period} from ${input.assessment.period}${supposing}`
    : periodsOf(workspace, organisation.id);
  return {
    organisation: organisation.name,
    period,
    framework: pack.framework.name,
    packVersion: pack.version,
    example: organisation.example,
  };
}

function periodsOf(workspace: Workspace, organisation: string): string {
  const periods = closedAssessments(workspace, organisation).map(({ period }) => period);
  const [first] = periods;
  return periods.length > 1 ? `${first} to ${periods.at(-1)}` : (first ?? '');
}
