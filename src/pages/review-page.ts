import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { filterQuery, type ReviewContent, reviewView } from './review-view.ts';

/** The page on which officers decide what comments say; with a form that was refused, it says why. */
export function reviewPage(context: PageContext, content: ReviewContent): string {
  const { filter, refused } = content;
  const name = refused === null ? 'Review' : 'Error: Review';
  return renderTemplate('review.njk', {
    frame: pageFrame(context, 'review', name, (view) =>
      context.links.page('review', view, filterQuery({ ...filter, kept: null })),
    ),
    page: reviewView(context, content),
    h: 1,
  });
}
