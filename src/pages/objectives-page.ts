import type { ObjectiveFilter, ObjectiveList } from '../app/objectives/objective-list.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ViewState } from './frame/view-state.ts';
import { objectivesView } from './objectives-view.ts';

/** The list of objectives, narrowed to what a filter lets through and sorted. */
export function objectivesPage(context: PageContext, list: ObjectiveList): string {
  const address = (view: ViewState) => objectivesAddress(context, list.filter, view);
  return renderTemplate('objectives.njk', {
    frame: pageFrame(context, 'objectives', 'Objectives', address),
    page: objectivesView(context, list),
    h: 1,
  });
}

/** The one address of a list of objectives. */
export function objectivesAddress(
  { links, view: own }: PageContext,
  { section, stance, capped, cause, sort, find }: ObjectiveFilter,
  view: ViewState = own,
): string {
  return links.page('objectives', view, { section, stance, capped, cause, find, sort });
}
