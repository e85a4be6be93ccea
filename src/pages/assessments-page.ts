import type { PageContext } from './page-context.ts';
import { pageFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';
import { type RefusedYear, yearFields } from './year-form.ts';

/** One assessment that is held. */
export interface ListedAssessment {
  readonly period: string;
  readonly closed: boolean;
}

/** The assessments of an organisation, open ones and closed ones, and the form that opens another. */
export function assessmentsPage(
  context: PageContext,
  held: readonly ListedAssessment[],
  suggested: string,
  refused: RefusedYear | null = null,
): string {
  const address = context.links.page('assessments');
  const field = yearFields(refused);
  return renderTemplate('assessments.njk', {
    frame: pageFrame(context, 'assessments', `${refused === null ? '' : 'Error: '}This year`),
    page: {
      action: address,
      error: refused === null ? null : { message: refused.message, href: refused.href },
      held: held.toReversed().map(({ period, closed }) => ({
        period,
        href: `${address}/${period}`,
        state: closed ? 'closed' : 'open',
      })),
      period: field('open', 'period', suggested),
      by: field('open', 'by', ''),
    },
  });
}
