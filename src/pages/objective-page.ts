import type { ObjectiveExplanation } from '../app/explain.ts';
import { objectiveView } from './objective-view.ts';
import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';

/** The page of one objective. */
export function objectivePage(context: PageContext, explained: ObjectiveExplanation): string {
  const { number, name } = explained.objective;
  const { frame, links } = {
    frame: pageFrame(context, 'objectives', `${number} ${name}`),
    links: context.links,
  };
  return renderTemplate('objective.njk', {
    frame: { ...frame, withoutWhatIfs: links.objective(number, { ...context.view, factors: {} }) },
    page: objectiveView(context, explained),
    h: 1,
  });
}
