import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { chartCsv } from './chart-csv.ts';
import { chartJson } from './chart-json.ts';
import { chartText } from './chart-text.ts';
import { chooseVariant } from './choose-variant.ts';
import type { Dashboard } from './dashboard.ts';
import { type ChartStamp, stampLine } from './stamp.ts';

/**
 * The forms of a chart: pictures, its rows, the compiled Vega specification, which names its data, and `live`, the
 * same with its data, for a page that draws it itself.
 */
const chartFormats = ['svg', 'png', 'csv', 'json', 'vega', 'live'] as const;
export type ChartFormat = (typeof chartFormats)[number];

/** How to render a chart. */
export interface ChartOptions {
  readonly format: ChartFormat;
  readonly stamp: ChartStamp;
  /** PNG pixels for each pixel of the SVG, 1 to 4; 2 unless told, which prints at 190 dots an inch over a page's 170 mm. */
  readonly scale?: number;
  /** The form for little width where the dashboard has one, for `live`; the usual form unless told. */
  readonly narrow?: boolean;
}

/** The picture of a chart alone, as SVG, in each of its forms. */
export interface Drawing {
  readonly wide: string;
  /** For little width; null where the dashboard has no such form. */
  readonly narrow: string | null;
}

/** A rendered chart, ready to be sent or written. */
export interface RenderedChart {
  readonly mediaType: string;
  readonly extension: string;
  /** Text, or the bytes of a PNG. */
  readonly body: string | Uint8Array;
}

/**
 * Renders a dashboard from rows of its dataset: the same input gives the same bytes (a PNG: with the same fonts).
 * Too few periods or nothing scored gives a picture of the sentence that says so.
 * @throws Problem DASHBOARD_BROKEN, FONTS_MISSING (PNG), BAD_VALUE for a scale outside 1 to 4, INTERNAL for rows of another form
 */
export async function renderChart(
  dashboard: Dashboard,
  rows: readonly object[],
  options: ChartOptions,
): Promise<RenderedChart> {
  const { stamp } = options;
  switch (options.format) {
    case 'svg':
      return {
        mediaType: 'image/svg+xml; charset=utf-8',
        extension: 'svg',
        body: await svg(dashboard, rows, stamp),
      };
    case 'png':
      return {
        mediaType: 'image/png',
        extension: 'png',
        body: await png(dashboard, rows, stamp, options.scale),
      };
    case 'csv':
      return {
        mediaType: 'text/csv; charset=utf-8',
        extension: 'csv',
        body: chartCsv(dashboard, rows, stamp),
      };
    case 'json':
      return { mediaType: 'application/json', extension: 'json', body: chartJson(dashboard, rows, stamp) };
    case 'vega':
      return { mediaType: 'application/json', extension: 'vg.json', body: await vega(dashboard, rows) };
    case 'live':
      return {
        mediaType: 'application/json',
        extension: 'vega.json',
        body: await vega(dashboard, rows, true, options.narrow),
      };
  }
}

/**
 * The picture of a chart alone, for a page that has its words beside it; null where there is too little to draw.
 * @param label its text alternative
 * @throws Problem as `renderChart` does
 */
export async function renderDrawing(
  dashboard: Dashboard,
  rows: readonly object[],
  label: string,
): Promise<Drawing | null> {
  const { variant } = chooseVariant(dashboard, rows);
  if (variant === null || chartText(dashboard, rows).shortage !== null) return null;
  const { drawChart } = await import('./draw-chart.ts');
  const { bareSvg } = await import('./frame-svg.ts');
  const { theme, data, id } = dashboard;
  const wide = bareSvg(id, label, await drawChart(variant, theme, data, rows), theme);
  if (variant.narrow === undefined) return { wide, narrow: null };
  const drawn = await drawChart(variant.narrow, theme, data, rows);
  return { wide, narrow: bareSvg(`${id}-narrow`, label, drawn, theme) };
}

async function svg(dashboard: Dashboard, rows: readonly object[], stamp: ChartStamp): Promise<string> {
  const text = chartText(dashboard, rows);
  const { variant } = chooseVariant(dashboard, rows);
  const { frameSvg } = await import('./frame-svg.ts');
  const frame = {
    id: dashboard.id,
    headline: text.headline,
    question: text.question,
    subtitle: text.subtitle,
    description: [text.question, ...text.sentences].join(' '),
    footer: stampLine(stamp),
    example: stamp.example,
  };
  if (variant === null || text.shortage !== null)
    return frameSvg(frame, { elements: '', width: 0, height: 0 }, dashboard.theme);
  const { drawChart } = await import('./draw-chart.ts');
  return frameSvg(frame, await drawChart(variant, dashboard.theme, dashboard.data, rows), dashboard.theme);
}

async function png(
  dashboard: Dashboard,
  rows: readonly object[],
  stamp: ChartStamp,
  scale = 2,
): Promise<Uint8Array> {
  if (!(scale >= 1 && scale <= 4))
    throw new Problem('BAD_VALUE', {
      place: 'scale',
      seen: String(scale),
      allowed: '1 to 4',
      repair: 'Choose a scale in this range.',
    });
  const { svgToPng } = await import('./svg-to-png.ts');
  return svgToPng(await svg(dashboard, rows, stamp), scale);
}

async function vega(
  dashboard: Dashboard,
  rows: readonly object[],
  whole = false,
  narrow = false,
): Promise<string> {
  const { variant, shortage } = chooseVariant(dashboard, rows);
  if (variant === null)
    throw new Problem('TOO_FEW_PERIODS', { seen: shortage ?? '', repair: 'Import another period.' });
  const { compileSpec } = await import('./compile-spec.ts');
  const { vega: spec } = compileSpec((narrow ? variant.narrow : null) ?? variant, dashboard.theme);
  const data = spec.data?.map((one) => (one.name === dashboard.data ? { ...one, values: rows } : one));
  return `${canonicalJson(whole ? { ...spec, data } : spec)}\n`;
}
