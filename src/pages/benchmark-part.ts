import type { BenchmarkReport } from '../model/benchmark-report.ts';
import { benchmarkView } from './benchmark-view.ts';
import type { ChartFigure } from './chart-figure.ts';
import type { PageContext } from './page-context.ts';

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
