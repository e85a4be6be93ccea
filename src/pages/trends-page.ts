import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ChartFigure } from './parts/chart-figure.ts';
import { type TrendsParts, trendsParts } from './parts/trends-parts.ts';

/** The page of trends, with what became of actions and the questions that follow. */
export function trendsPage(context: PageContext, parts: TrendsParts, charts: readonly ChartFigure[]): string {
  return renderTemplate('trends.njk', {
    frame: pageFrame(context, 'trends', 'Trends'),
    page: { ...trendsParts(context, parts), charts },
    h: 1,
  });
}
