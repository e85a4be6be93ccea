import type { ObjectiveExplanation } from '../app/explain.ts';
import { objectiveView } from './objective-view.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';
import type { ViewState } from './view-state.ts';

/** The page of one objective. */
export function objectivePage(context: PageContext, explained: ObjectiveExplanation): string {
  const { number, name } = explained.objective;
  const address = (view: ViewState) => context.links.objective(number, view);
  return renderTemplate('objective.njk', {
    frame: pageFrame(context, 'objectives', `${number} ${name}`, address),
    page: objectiveView(context, explained),
    h: 1,
  });
}
