import type { CappedReport } from '../app/advice/capped-report.ts';
import type { Unlock } from '../model/unlock.ts';
import { cappedView } from './capped-view.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ChartFigure } from './parts/chart-figure.ts';
import { unlockView } from './unlock-view.ts';

/** The page of capped objectives, by control and reason given. */
export function cappedPage(
  context: PageContext,
  report: CappedReport,
  unlock: Unlock,
  charts: readonly ChartFigure[],
): string {
  return renderTemplate('capped.njk', {
    frame: pageFrame(context, 'capped', 'Capped'),
    page: { ...cappedView(context, report), lift: unlockView(context, unlock), charts },
    h: 1,
  });
}
