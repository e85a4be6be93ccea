import type { Advice } from '../model/advice.ts';
import type { ChartFigure } from './chart-figure.ts';
import { circumstancesView } from './circumstances-view.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { targetsView } from './targets-view.ts';
import { renderTemplate } from './template.ts';

/** The page of targets, with the circumstances to switch; `recorded` is the advice without what-ifs. */
export function targetsPage(
  context: PageContext,
  advice: Advice,
  recorded: Advice,
  charts: readonly ChartFigure[],
): string {
  return renderTemplate('targets.njk', {
    frame: pageFrame(context, 'targets', `Targets for ${advice.period}`),
    page: { ...targetsView(context, advice, recorded), charts },
    circumstances: circumstancesView(context, recorded),
    h: 1,
  });
}
