import type { CappedReport } from '../app/advice/capped-report.ts';
import { readingCountsSentence } from '../app/advice/reading-counts-sentence.ts';
import { publishedCapped } from '../app/export/published-capped.ts';
import { restsOnUnconfirmed } from '../app/export/rests-on-unconfirmed.ts';
import type { Overview } from '../app/overview/overview-data.ts';
import type { PlanReport } from '../app/plan/plan-report.ts';
import type { MoveReport } from '../app/trends/move-report.ts';
import type { WhatIfReport } from '../app/what-if/what-if-report.ts';
import { type Advice, scoredAdvice } from '../model/advice.ts';
import type { BenchmarkReport } from '../model/benchmark-report.ts';
import { dayWords } from '../model/day-words.ts';
import type { Trends } from '../model/trends.ts';
import { benchmarkPart } from './benchmark-part.ts';
import { cappedView } from './capped-view.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { overviewView } from './overview-view.ts';
import type { ChartFigure } from './parts/chart-figure.ts';
import { planPart } from './parts/plan-part.ts';
import { countWords } from './parts/words.ts';
import { targetsView, withoutWords } from './targets-view.ts';
import { trendsView } from './trends-view.ts';

/** What a committee pack is made of. */
export interface PackContent {
  readonly overview: Overview;
  readonly capped: CappedReport;
  readonly advice: Advice;
  readonly report: WhatIfReport;
  readonly plan: PlanReport;
  readonly trends: Trends;
  /** What the comments say of what moved; null where there is one period. */
  readonly moves: MoveReport | null;
  /** The organisation beside others; null where no panel fits. */
  readonly beside: BenchmarkReport | null;
  readonly charts: Readonly<
    Record<'overview' | 'capped' | 'targets' | 'trends' | 'beside', readonly ChartFigure[]>
  >;
  readonly asks: Readonly<Record<string, string>>;
  /** The address of the view, whole, to be copied. */
  readonly address: string;
}

/**
 * Overview, what is capped, targets, the plan, trends and others where a panel fits, in one document to print. Reasons that nobody has confirmed are left
 * out and counted; so are internal notes.
 */
export function packPage(context: PageContext, content: PackContent): string {
  const { overview, advice, report, plan, trends, moves, beside, charts, asks, address } = content;
  const { framework, links, pack, today } = context;
  const capped = publishedCapped(content.capped);
  const unconfirmed = scoredAdvice(advice).filter(restsOnUnconfirmed);
  const title = `${advice.basedOn} scores and targets for ${advice.period}: committee pack`;
  return renderTemplate('pack.njk', {
    frame: pageFrame(context, 'pack', title, (of) => links.page('pack', of, of === context.view ? asks : {})),
    page: {
      period: advice.period,
      basedOn: advice.basedOn,
      address,
      day: dayWords(today),
      framework: { name: framework.name, source: framework.source },
      pack,
      readings: readingCountsSentence(advice.readings),
    },
    overview: {
      ...overviewView(context, overview),
      charts: charts.overview,
      without: withoutWords(context, report),
    },
    capped: {
      ...cappedView(context, capped.report),
      charts: charts.capped,
      unconfirmed: leftOutWords(capped.leftOut, capped.possibleLeftOut),
    },
    targets: {
      ...targetsView(context, withoutUnconfirmed(advice), published(report, unconfirmed)),
      charts: charts.targets,
      unconfirmed:
        unconfirmed.length === 0
          ? null
          : `The reason is left out for ${unconfirmed.length} of ${report.n}: it was read from a comment by a rule, and nobody has confirmed it.`,
    },
    plan: plan.rows.some(({ state }) => state !== 'withdrawn') ? planPart(plan) : null,
    trends: { trends: trendsView(context, trends, moves), charts: charts.trends },
    benchmark: beside === null ? null : benchmarkPart(context, beside, charts.beside),
    targetsHref: links.page('targets', undefined, asks),
    inReport: true,
    h: 2,
  });
}

function leftOutWords(leftOut: number, possible: number): string | null {
  const parts = [
    ...(leftOut === 0 ? [] : [`${countWords(leftOut, 'capped objective')}`]),
    ...(possible === 0 ? [] : [countWords(possible, 'possible limit')]),
  ];
  if (parts.length === 0) return null;
  return `Left out here: a reason of ${parts.join(' and ')}, which was read from a comment by a rule, and which nobody has confirmed. The first sentence and the chart count all.`;
}

function withoutUnconfirmed(advice: Advice): Advice {
  return {
    ...advice,
    objectives: advice.objectives.map((one) =>
      one.state === 'scored' && restsOnUnconfirmed(one)
        ? { ...one, target: { ...one.target, because: 'Reason not confirmed yet: left out.' } }
        : one,
    ),
  };
}

/** Reasons beside a what-if that rest on what nobody has confirmed are left out as well. */
function published(
  report: WhatIfReport,
  unconfirmed: readonly { readonly objective: number }[],
): WhatIfReport {
  const numbers = new Set(unconfirmed.map(({ objective }) => objective));
  return {
    ...report,
    objectives: report.objectives.map((one) =>
      numbers.has(one.objective) && one.whatIf !== null
        ? { ...one, whatIf: { ...one.whatIf, because: '' } }
        : one,
    ),
  };
}
