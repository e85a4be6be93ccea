import type { Overview } from '../app/overview/overview-data.ts';
import type { ChartFigure } from './chart-figure.ts';
import { overviewView } from './overview-view.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';

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
