import type { BenchmarkReport } from '../model/benchmark-report.ts';
import { benchmarkView } from './benchmark-view.ts';
import type { PageContext } from './frame/page-context.ts';
import type { ChartFigure } from './parts/chart-figure.ts';

/** An organisation beside others as a part of a document: the whole and the sections, what is withheld, and who they are. */
export function benchmarkPart(context: PageContext, report: BenchmarkReport, charts: readonly ChartFigure[]) {
  const { sentences, label, satisfactory, whole, sections, withheld, left } = benchmarkView(context, report, {
    panelAsked: false,
  });
  return {
    ...{ sentences, label, satisfactory, whole, sections, withheld, left, charts },
    period: report.comparison.period,
    confidential: report.panel.access === 'confidential' && !report.panel.invented,
  };
}
