import { countedNoun } from '../model/counted-noun.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { type RefusedYear, yearFields } from './year-form.ts';

/** What the page that asks before an assessment is discarded knows. */
export interface DiscardPageState {
  readonly period: string;
  /** How many rows have a score, a reason or words. */
  readonly entered: number;
  readonly by: string;
  readonly refused: RefusedYear | null;
}

/** Asks whether an assessment that is open is to be discarded, and says what is entered in it. */
export function yearDiscardPage(
  context: PageContext,
  { period, entered, by, refused }: DiscardPageState,
): string {
  const back = `${context.links.page('assessments')}/${period}`;
  const title = `${refused === null ? '' : 'Error: '}Discard the assessment ${period}`;
  return renderTemplate('year-discard.njk', {
    frame: pageFrame(context, 'assessments', title),
    page: {
      ...{ period, entered, back },
      action: `${back}/discard`,
      error: refused === null ? null : { message: refused.message, href: refused.href },
      says:
        entered === 0
          ? 'Nothing is entered in it.'
          : `${countedNoun(entered, 'row')} ${entered === 1 ? 'is' : 'are'} entered in it. They go with it, and only the journal keeps them.`,
      by: yearFields(refused)('discard', 'by', by),
    },
  });
}
