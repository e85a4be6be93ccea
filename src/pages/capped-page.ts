import type { CappedReport } from '../app/capped-report.ts';
import { cappedView } from './capped-view.ts';
import type { ChartFigure } from './chart-figure.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';

/** The page of capped objectives, by control and reason given. */
export function cappedPage(
  context: PageContext,
  report: CappedReport,
  charts: readonly ChartFigure[],
): string {
  return renderTemplate('capped.njk', {
    frame: pageFrame(context, 'capped', 'Capped'),
    page: { ...cappedView(context, report), charts },
    h: 1,
  });
}
