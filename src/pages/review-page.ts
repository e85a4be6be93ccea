import type { LimitChoices } from '../app/review/limit-choices.ts';
import type { ReviewReport } from '../app/review/review-report.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { RefusedForm } from './parts/review-forms.ts';
import { filterQuery, type ReviewPageFilter, reviewView } from './review-view.ts';

/** The page on which officers decide what comments say; with a form that was refused, it says why. */
export function reviewPage(
  context: PageContext,
  report: ReviewReport,
  choices: LimitChoices,
  filter: ReviewPageFilter,
  refused: RefusedForm | null = null,
): string {
  const name = refused === null ? 'Review' : 'Error: Review';
  return renderTemplate('review.njk', {
    frame: pageFrame(context, 'review', name, (view) =>
      context.links.page('review', view, filterQuery({ ...filter, kept: null })),
    ),
    page: reviewView(context, report, choices, filter, refused),
    h: 1,
  });
}
