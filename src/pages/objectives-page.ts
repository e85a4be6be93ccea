import type { Advice } from '../model/advice.ts';
import { type ObjectiveFilter, objectivesView } from './objectives-view.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';
import type { ViewState } from './view-state.ts';

/** The list of objectives, narrowed to what a filter lets through. */
export function objectivesPage(context: PageContext, advice: Advice, filter: ObjectiveFilter): string {
  const address = (view: ViewState) => context.links.page('objectives', view, { ...filter });
  return renderTemplate('objectives.njk', {
    frame: pageFrame(context, 'objectives', 'Objectives', address),
    page: objectivesView(context, advice, filter),
    h: 1,
  });
}
