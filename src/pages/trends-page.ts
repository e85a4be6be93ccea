import type { ChartFigure } from './chart-figure.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';
import { type TrendsParts, trendsParts } from './trends-parts.ts';

/** The page of trends, with what became of actions and the questions that follow. */
export function trendsPage(context: PageContext, parts: TrendsParts, charts: readonly ChartFigure[]): string {
  return renderTemplate('trends.njk', {
    frame: pageFrame(context, 'trends', 'Trends'),
    page: { ...trendsParts(context, parts), charts },
    h: 1,
  });
}
