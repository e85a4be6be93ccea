import type { CriteriaReport } from '../app/criteria/criteria-report.ts';
import { criteriaView, type keptWords, type RefusedCriteria } from './criteria-view.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** The page on which the statements of an objective are answered, wording is pasted, and evidence is kept. */
export function criteriaPage(
  context: PageContext,
  report: CriteriaReport,
  kept: keyof typeof keptWords | null = null,
  refused: RefusedCriteria | null = null,
): string {
  const { number, name } = report.objective;
  const title = `${refused === null ? '' : 'Error: '}Statements and evidence, ${number} ${name}`;
  // Its returns are not the periods that targets are for: it lists them itself.
  const frame = { ...pageFrame(context, 'objectives', title), periods: [] };
  return renderTemplate('criteria.njk', { frame, page: criteriaView(context, report, kept, refused) });
}
