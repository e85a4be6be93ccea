import type { Advice } from '../model/advice.ts';
import { type ObjectiveFilter, objectivesView } from './objectives-view.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';

/** The list of objectives, narrowed to what a filter lets through. */
export function objectivesPage(context: PageContext, advice: Advice, filter: ObjectiveFilter): string {
  return renderTemplate('objectives.njk', {
    frame: pageFrame(context, 'objectives', 'Objectives'),
    page: objectivesView(context, advice, filter),
    h: 1,
  });
}
