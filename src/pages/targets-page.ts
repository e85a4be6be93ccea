import type { WhatIfReport } from '../app/what-if/what-if-report.ts';
import type { Advice } from '../model/advice.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import type { ChartFigure } from './parts/chart-figure.ts';
import { type WhatIfControls, whatIfForm } from './parts/what-if-form.ts';
import { targetsView } from './targets-view.ts';

/** What the page of targets shows. */
export interface TargetsContent extends WhatIfControls {
  readonly advice: Advice;
  readonly report: WhatIfReport;
  readonly charts: readonly ChartFigure[];
  /** The address of the view, whole, to be copied. */
  readonly address: string;
  /** What a plan is asked for, to have the targets shown; null where there are none to take. */
  readonly planAsks: Readonly<Record<string, string>> | null;
}

/** The page of targets, with what can be supposed as controls, and what that changes. */
export function targetsPage(context: PageContext, content: TargetsContent): string {
  const { advice, report, charts, address, planAsks, fault, asks } = content;
  const { links, view } = context;
  const title = `${fault === null ? '' : 'Error: '}Targets for ${advice.period}`;
  const withoutFactors = { ...view, factors: {} };
  return renderTemplate('targets.njk', {
    frame: pageFrame(context, 'targets', title, (of) => links.page('targets', of, of === view ? asks : {})),
    page: {
      ...targetsView(context, advice, report),
      charts,
      address,
      fault,
      plan: planAsks === null ? null : `${links.page('plan', withoutFactors, planAsks)}#suggestion-title`,
      daysSaid: asks['days'] !== undefined,
      planWithout: Object.keys(view.factors).length > 0,
    },
    form: whatIfForm(context, content),
    h: 1,
  });
}
