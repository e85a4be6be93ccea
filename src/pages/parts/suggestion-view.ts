import type { PlanChoice } from '../../model/plan-choice.ts';
import { leftOutGroups } from '../../planning/left-out-groups.ts';
import { countWords } from './words.ts';

/** What the days are best for in words, with the targets and why others are left out. @param href where an objective is */
export function suggestionView(suggestion: PlanChoice, href: (objective: number) => string) {
  return {
    sentence: `For ${countWords(suggestion.budget, 'officer-day')}: ${countWords(suggestion.targets.length, 'target')} above the present score in ${countWords(suggestion.days, 'day')}, with a gain of ${suggestion.gain}. No other set gains more.`,
    further: furtherWords(suggestion.budget, suggestion.frontier),
    firmness:
      suggestion.firmness === null
        ? null
        : `Tried ${suggestion.firmness.draws} times with each number of days off by up to a quarter, this set stays the best in ${suggestion.firmness.stays}.`,
    assumed: suggestion.stepDays.some(({ from }) => from === 'assumed'),
    targets: suggestion.targets.map((one) => ({
      ...one,
      href: href(one.objective),
      paidWith: paidWithWords(suggestion, one.paidWith),
      stays: one.firmness === null ? '' : `${Math.round(one.firmness * 100)}%`,
    })),
    leftOut: leftOutView(suggestion, href),
  };
}

/** The objective whose days pay the first step too, as number and name; null where there is none. */
function paidWithWords({ targets }: Pick<PlanChoice, 'targets'>, paidWith: number | null) {
  const payer = targets.find(({ objective }) => objective === paidWith);
  return payer === undefined ? null : `#${payer.objective} ${payer.name}`;
}

function furtherWords(
  budget: number,
  frontier: readonly { readonly days: number; readonly gain: number }[],
): string {
  const next = frontier.find(({ days }) => days > budget);
  return next === undefined
    ? 'More days would add nothing.'
    : `With ${countWords(next.days - budget, 'more day')} the gain would be ${next.gain}.`;
}

/** Reasons that several objectives share, each with its objectives, and then the objectives with a reason of their own. */
function leftOutView({ leftOut, budget }: PlanChoice, href: (objective: number) => string) {
  const groups = leftOutGroups(leftOut, budget).map((group) => ({
    ...group,
    objectives: group.objectives.map((one) => ({ ...one, href: href(one.objective) })),
  }));
  return {
    shared: groups.filter(({ objectives }) => objectives.length > 1),
    alone: groups
      .flatMap(({ because, objectives: [one, ...others] }) =>
        one === undefined || others.length > 0 ? [] : [{ ...one, because }],
      )
      .toSorted((a, b) => a.objective - b.objective),
  };
}
