import type { Problem } from '../kernel/problem.ts';
import type { BenchmarkReport } from '../model/benchmark-report.ts';
import type { Panel } from '../model/panel.ts';
import { benchmarkView } from './benchmark-view.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ChartFigure } from './parts/chart-figure.ts';

/** The page that sets an organisation beside others. */
export function benchmarkPage(
  context: PageContext,
  report: BenchmarkReport,
  { charts, panelAsked }: { readonly charts: readonly ChartFigure[]; readonly panelAsked: boolean },
): string {
  return renderTemplate('benchmark.njk', {
    frame: pageFrame(context, 'benchmark', 'Benchmark'),
    page: { ...benchmarkView(context, report, { panelAsked }), charts },
    h: 1,
  });
}

/** The same where there is nobody to compare with yet: why, and how to bring a panel. */
export function noBenchmarkPage(context: PageContext, why: Problem, panels: readonly Panel[]): string {
  const { links, organisation } = context;
  return renderTemplate('no-benchmark.njk', {
    frame: pageFrame(context, 'benchmark', 'Benchmark'),
    page: {
      seen: why.detail.seen ?? why.message,
      several: why.code === 'BAD_VALUE',
      organisation: organisation.name,
      panels: panels
        .filter(({ framework }) => framework === organisation.framework)
        .map(({ id, name }) => ({ name, href: links.benchmark({ panel: id }) })),
      all: links.panels,
    },
    h: 1,
  });
}
