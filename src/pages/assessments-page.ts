import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { type RefusedYear, yearFields } from './year-form.ts';

/** One assessment that is held. */
export interface ListedAssessment {
  readonly period: string;
  readonly closed: boolean;
}

/** What the list shows beside itself. */
export interface ListState {
  readonly refused?: RefusedYear | null;
  /** The period that was discarded just now. */
  readonly discarded?: string | null;
}

/** The assessments of an organisation, open ones and closed ones, and the form that opens another. */
export function assessmentsPage(
  context: PageContext,
  held: readonly ListedAssessment[],
  suggested: string,
  { refused = null, discarded = null }: ListState = {},
): string {
  const address = context.links.page('assessments');
  const field = yearFields(refused);
  return renderTemplate('assessments.njk', {
    frame: pageFrame(context, 'assessments', `${refused === null ? '' : 'Error: '}This year`),
    page: {
      action: address,
      discarded,
      importing: context.links.page('import'),
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
