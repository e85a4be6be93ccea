import { type ObjectiveAdvice, scoredAdvice } from '../model/advice.ts';
import { countedNoun } from '../model/counted-noun.ts';
import type { LeftOut, LeftOutReason } from '../model/plan-choice.ts';
import type { Member } from './component.ts';
import type { Setting } from './least-plan.ts';
import type { Mark, Marks } from './marks.ts';
import type { PlanningInput } from './planning-input.ts';
import { bestPlansWith, type Programme } from './programme.ts';
import { type MovableReason, reasonWords } from './reason-words.ts';

/** A chosen plan among the best plans of every number of days. */
export interface ChosenPlan {
  readonly setting: Setting;
  readonly programme: Programme;
  readonly plans: Marks;
  readonly chosen: Mark;
}

/**
 * Why each objective that does not rise in a plan is left out, in order of number: it is not scored, at the top, capped
 * (by which causes), held by the advice, locked at its score, or given no weight; else, of those that could rise:
 * - `waits-on`: it waits on others that do not rise in the plan;
 * - `worth-less`: it would fit, but the best plan with it gains less, because others give way;
 * - `no-days`: no plan with it fits in the days, or only one that gains no more.
 *
 * `furtherDays` is the fewest days more with which the plan that this planner gives has it, read off the best plans of
 * every number of days; null where none has.
 */
export function whyNot(input: PlanningInput, plan: ChosenPlan): readonly LeftOut[] {
  const { setting, programme, plans, chosen } = plan;
  const rises = programme.risesOf(chosen);
  const days = input.request.days;
  const left = programme.members.filter(({ candidate }) => !rises.has(candidate.objective));
  const later = plans
    .filter((mark) => mark.days > days)
    .map((mark) => ({ days: mark.days, rises: programme.risesOf(mark) }));
  const withIt = bestPlansWith(programme, left, setting.daysOf, days);
  const couldRise = (member: Member): LeftOutReason => {
    const { objective, achieved } = member.candidate;
    const first = later.find((mark) => mark.rises.has(objective));
    const furtherDays = first === undefined ? null : first.days - days;
    const lowest = member.levels[0] ?? achieved + 1;
    const on = member.waitsOn
      .filter((other) => other.achieved < lowest && !rises.has(other.objective))
      .map((other) => other.objective);
    if (on.length > 0) return { kind: 'waits-on', on, furtherDays };
    const other = withIt.get(member);
    if (other === undefined) return { kind: 'no-days', furtherDays, equalTo: [] };
    const levels = programme.risesOf(other);
    const than = [...rises].flatMap(([number, level]) => ((levels.get(number) ?? 0) < level ? [number] : []));
    const lost = chosen.gain - other.gain;
    return lost === 0
      ? { kind: 'no-days', furtherDays, equalTo: than }
      : { kind: 'worth-less', furtherDays, than, lost };
  };
  const members = new Map(left.map((member) => [member.candidate.objective, member]));
  return input.advice.objectives
    .filter(({ objective }) => !rises.has(objective))
    .toSorted((a, b) => a.objective - b.objective)
    .map((each): LeftOut => {
      const member = members.get(each.objective);
      const reason = member === undefined ? cannotRise(input, setting, each) : couldRise(member);
      const { objective, name, section } = each;
      return { objective, name, section, reason, because: because(input, each, reason) };
    });
}

function cannotRise({ request }: PlanningInput, { byNumber }: Setting, each: ObjectiveAdvice): LeftOutReason {
  if (each.state !== 'scored') return { kind: 'not-scored' };
  const { ceiling, score, target } = each;
  if (ceiling.level <= score.achieved) {
    const binding = ceiling.causes.filter((cause) => cause.binding).map(({ cause }) => cause);
    return ceiling.capped === 'no'
      ? { kind: 'top' }
      : { kind: 'capped', causes: [...new Set(binding)].sort(), control: ceiling.control };
  }
  if ((request.locks ?? []).some((lock) => lock.objective === each.objective)) return { kind: 'locked' };
  return target.stance === 'hold' || byNumber.get(each.objective)?.weight !== 0
    ? { kind: 'held' }
    : { kind: 'no-weight' };
}

function because({ advice, request }: PlanningInput, each: ObjectiveAdvice, reason: LeftOutReason): string {
  const scored = scoredAdvice(advice).find(({ objective }) => objective === each.objective);
  switch (reason.kind) {
    case 'not-scored':
      return each.state === 'scored' ? '' : `It is not scored: ${each.reason}`;
    case 'top':
      return 'It is at the top level.';
    case 'capped':
      return scored?.ceiling.because ?? '';
    case 'held':
      return scored?.target.because ?? '';
    case 'locked':
      return `It is locked at level ${scored?.score.achieved ?? ''}.`;
    case 'no-weight':
      return 'Its weight is 0.';
    case 'waits-on':
    case 'no-days':
    case 'worth-less':
      return `${reasonWords(reason, 'It', request.days)}${further(reason)}.`;
  }
}

function further(reason: MovableReason): string {
  const { kind, furtherDays: days } = reason;
  if (days === null) return '';
  return `; ${kind === 'waits-on' ? 'both fit' : 'it would fit'} with ${countedNoun(days, 'day')} more`;
}
