import type { Overview } from '../app/overview/overview-data.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { overviewView } from './overview-view.ts';
import type { ChartFigure } from './parts/chart-figure.ts';

/** The page that an organisation opens with. */
export function overviewPage(
  context: PageContext,
  overview: Overview,
  charts: readonly ChartFigure[],
): string {
  return renderTemplate('overview.njk', {
    frame: pageFrame(context, 'overview', 'Overview'),
    page: { ...overviewView(context, overview), charts },
    h: 1,
  });
}
