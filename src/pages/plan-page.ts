import type { PlannedRow } from '../app/plan/plan-report.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { rowFieldLabels, rowFields } from './parts/plan-forms.ts';
import { type PlanPageContent, planView, rowWords } from './plan-view.ts';

/** The page on which a plan is made: what the days are best for, the targets chosen, and what became of the last actions. */
export function planPage(context: PageContext, content: PlanPageContent): string {
  const title = `${content.refused === null && content.impossible === null ? '' : 'Error: '}Plan for ${content.report.period}`;
  return renderTemplate('plan.njk', {
    frame: pageFrame(context, 'plan', title, (view) =>
      context.links.page('plan', view, view === context.view ? content.asked : {}),
    ),
    page: planView(context, content),
  });
}

/** A change that was made from a version of a row that somebody else has changed meanwhile. */
export interface PlanConflict {
  /** What was sent, by field of the form. */
  readonly sent: Readonly<Record<string, string>>;
  /** The row as it is; null where there is none any more. */
  readonly held: PlannedRow | null;
  /** Where the form was sent to. */
  readonly action: string;
}

/** The page that shows both versions beside each other, and lets the user choose. */
export function planConflictPage(context: PageContext, { sent, held, action }: PlanConflict): string {
  const now = rowFields(held);
  const fields = Object.entries(rowFieldLabels).flatMap(([name, label]) => {
    const yours = sent[name];
    const differs = yours !== undefined && yours.trim() !== now[name];
    return yours === undefined && now[name] === ''
      ? []
      : [{ label, yours: yours ?? '', theirs: now[name], differs }];
  });
  return renderTemplate('plan-conflict.njk', {
    frame: pageFrame(context, 'plan', 'Somebody else changed this target meanwhile'),
    page: {
      objective: sent['objective'] ?? '',
      held: held === null ? null : rowWords(held),
      fields,
      action,
      back: action,
      hidden: Object.entries({ ...sent, version: String(held?.version ?? 0) }).map(([name, value]) => ({
        name,
        value,
      })),
    },
  });
}
