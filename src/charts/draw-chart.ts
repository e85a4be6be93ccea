import { parse, type Runtime, View } from 'vega';
import { sha256 } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import type { DatasetName } from './catalogue.ts';
import { closedLoader } from './closed-loader.ts';
import { compileSpec } from './compile-spec.ts';
import type { DashboardVariant, Theme } from './dashboard.ts';
import { faultLog } from './fault-log.ts';
import { measureTextAsArial } from './measure-text.ts';

/** A chart without its frame: SVG elements and their size in pixels. */
export interface DrawnChart {
  readonly elements: string;
  readonly width: number;
  readonly height: number;
}

const runtimes = new WeakMap<DashboardVariant, Runtime>();
const drawn = new WeakMap<DashboardVariant, Map<string, Promise<DrawnChart>>>();
// Of each variant: the views that a few readers look at together.
const mostKept = 16;

measureTextAsArial();

/**
 * Draws rows as SVG elements, the same every time and on every machine; nothing is fetched. The last drawings are kept.
 * @throws Problem DASHBOARD_BROKEN if Vega reports an error, or the dashboard asks for a file or a URL
 */
export function drawChart(
  variant: DashboardVariant,
  theme: Theme,
  data: DatasetName,
  rows: readonly object[],
): Promise<DrawnChart> {
  const kept = drawn.get(variant) ?? new Map<string, Promise<DrawnChart>>();
  drawn.set(variant, kept);
  const key = sha256(JSON.stringify(rows));
  const made = kept.get(key) ?? draw(variant, theme, data, rows);
  kept.delete(key);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return made;
}

async function draw(
  variant: DashboardVariant,
  theme: Theme,
  data: DatasetName,
  rows: readonly object[],
): Promise<DrawnChart> {
  const { logger, faults } = faultLog('errors');
  const view = new View(runtimeOf(variant, theme), { renderer: 'none', loader: closedLoader, logger });
  try {
    // Vega marks the rows that it takes in: it gets copies.
    view.data(data, structuredClone(rows));
    const svg = await view.toSVG();
    if (faults.length > 0) throw new Error(faults.join('; '));
    return unwrap(svg);
  } catch (cause) {
    const seen = cause instanceof Error ? cause.message : String(cause);
    throw new Problem(
      'DASHBOARD_BROKEN',
      { file: variant.file, seen, repair: 'Correct the dashboard.' },
      { cause },
    );
  } finally {
    view.finalize();
  }
}

function runtimeOf(variant: DashboardVariant, theme: Theme): Runtime {
  const known = runtimes.get(variant);
  if (known !== undefined) return known;
  const runtime = parse(compileSpec(variant, theme).vega);
  runtimes.set(variant, runtime);
  return runtime;
}

function unwrap(svg: string): DrawnChart {
  const match = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"[^>]*>([\s\S]*)<\/svg>$/.exec(svg);
  if (match === null) throw new Error('the drawing is not an SVG of a known size');
  return { elements: match[3] ?? '', width: Number(match[1]), height: Number(match[2]) };
}
