import { type Advice, type ScoredAdvice, scoredAdvice } from '../../model/advice.ts';
import { settableFactorStates } from '../../model/factor.ts';
import type { PlanningInput } from '../../planning/planning-input.ts';
import { advise } from '../advice/advise.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { adviceTarget } from './advice-target.ts';
import { differenceSentence } from './difference-sentence.ts';
import { daysOfAdvice, supposedTargets } from './supposed-targets.ts';
import type { WhatIfReport, WhatIfRequest, WhatIfTarget, WhatIfTotals } from './what-if-report.ts';
import { whatIfSentence } from './what-if-sentence.ts';

/**
 * Targets as they are beside those with other circumstances, officer-days, weights and minimum levels. With officer-days
 * the targets are those that gain most in them; without, those of the advice and the minimums, with the days that they take.
 * Officer-days of steps that the request says hold on both sides.
 * @throws Problem UNKNOWN_OBJECTIVE or BAD_VALUE for a request that does not fit the advice; as `advise` does
 */
export async function whatIf(
  workspace: Workspace,
  view: ViewOf,
  request: WhatIfRequest | null = null,
): Promise<WhatIfReport> {
  const { factors: _, ...withoutWhatIfs } = view;
  const recorded = (await advise(workspace, withoutWhatIfs)).advice;
  const { advice } = await advise(workspace, view);
  const { framework, links, planning: rules, factors } = workspace.pack(advice.framework);
  const input = (of: Advice): Omit<PlanningInput, 'request'> => ({ advice: of, links, rules });
  const { satisfactory } = framework;
  const asItIs = new Map(scoredAdvice(recorded).map((one) => [one.objective, adviceTarget(one)]));
  const supposed = supposedTargets(input(advice), request);
  const totalsOf = (of: Advice, targets: ReadonlyMap<number, WhatIfTarget>, days: number | null) =>
    totals(scoredAdvice(of), targets, { days, satisfactory });
  const before = totalsOf(recorded, asItIs, daysOfAdvice(input(recorded), request));
  const after = supposed.targets === null ? null : totalsOf(advice, supposed.targets, supposed.days);
  const objectives = scoredAdvice(recorded).flatMap((one) => {
    const was = asItIs.get(one.objective);
    if (was === undefined) return [];
    const is = supposed.targets?.get(one.objective) ?? null;
    const { objective, name, section, score } = one;
    const after = scoredAdvice(advice).find((each) => each.objective === objective);
    const difference =
      is === null || after === undefined ? null : differenceSentence(framework, [was, one], [is, after]);
    return [
      {
        ...{ objective, name, section, score: score.label, achieved: score.achieved },
        ...{ asItIs: was, whatIf: is, difference },
      },
    ];
  });
  const changed = changedFactors(view, recorded);
  const figures = {
    schema: 1 as const,
    ...{ framework: advice.framework, organisation: advice.organisation },
    ...{ basedOn: advice.basedOn, period: advice.period, pack: advice.pack },
    ...{ supposed: changed, request, n: objectives.length, satisfactory },
    now: objectives.filter(({ achieved }) => achieved >= satisfactory).length,
    ...{ asItIs: before, whatIf: after, conflict: supposed.conflict },
    differs: objectives.filter(({ difference }) => difference !== null).length,
    ...{ objectives, note: rules.note },
  };
  return { ...figures, sentence: whatIfSentence(figures, factors, framework.sections) };
}

function totals(
  scored: readonly ScoredAdvice[],
  targets: ReadonlyMap<number, WhatIfTarget>,
  { days, satisfactory }: { readonly days: number | null; readonly satisfactory: number },
): WhatIfTotals {
  const levels = scored.map(({ objective, score }) => ({
    from: score.achieved,
    to: targets.get(objective)?.level ?? score.achieved,
  }));
  return {
    targets: levels.filter(({ from, to }) => to > from).length,
    levels: levels.reduce((sum, { from, to }) => sum + to - from, 0),
    days,
    satisfactory: levels.filter(({ to }) => to >= satisfactory).length,
    cappedNow: scored.filter(({ ceiling }) => ceiling.capped === 'now').length,
  };
}

function changedFactors({ factors = {} }: ViewOf, recorded: Advice): WhatIfReport['supposed'] {
  return Object.fromEntries(
    Object.entries(factors).flatMap(([id, written]) => {
      const state = settableFactorStates.find((one) => one === written);
      return state === undefined || recorded.factors[id] === state ? [] : [[id, state] as const];
    }),
  );
}
