import type { Unlock } from '../model/unlock.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ChartFigure } from './parts/chart-figure.ts';
import { unlockView } from './unlock-view.ts';

/** The page of what would raise ceilings. */
export function unlockPage(context: PageContext, answer: Unlock, charts: readonly ChartFigure[]): string {
  return renderTemplate('unlock.njk', {
    frame: pageFrame(context, 'unlock', 'What would lift a cap'),
    page: { ...unlockView(context, answer), charts },
    h: 1,
  });
}
