import {
  choiceOrder,
  type Unlock,
  type UnlockChoice,
  type UnlockCircumstance,
  type UnlockObjective,
} from '../model/unlock.ts';
import type { PageContext } from './frame/page-context.ts';
import { reasonQuotes } from './parts/limit-views.ts';
import { countWords, factorStateWords, levelWords, stanceWords } from './parts/words.ts';

/** Circumstances with what each would raise, capped objectives with what would raise them, and what has no switch. */
export function unlockView(context: PageContext, answer: Unlock) {
  const useful = answer.circumstances.filter(
    ({ raises, together, notEnough }) => raises.length + together.length + notEnough.length > 0,
  );
  const others = answer.circumstances.filter((one) => !useful.includes(one));
  return {
    period: answer.period,
    basedOn: answer.basedOn,
    capped: answer.capped,
    liftable: answer.liftable,
    order: choiceOrder,
    best: [
      ...choiceView(context, answer, answer.bestOne, 'The best next one'),
      ...choiceView(context, answer, answer.bestTwo, 'The best two'),
    ],
    circumstances: useful.map((one) => circumstanceView(context, answer, one)),
    others: others.map(({ name }) => name),
    record: context.links.circumstances,
    liftables: answer.objectives
      .filter(({ ways }) => ways.length > 0)
      .map((one) => objectiveView(context, one)),
    remaining: answer.objectives
      .filter(({ askAgain }) => askAgain.length > 0)
      .map((one) => objectiveView(context, one)),
  };
}

function choiceView(
  context: PageContext,
  { factors: states }: Unlock,
  choice: UnlockChoice | null,
  title: string,
) {
  if (choice === null) return [];
  const { factors, objectives, levels, equal } = choice;
  return [
    {
      title,
      names: namesOf(context, factors),
      claimed: namesOf(
        context,
        factors.filter((id) => states[id] === 'claimed'),
      ),
      raises: `${countWords(objectives.length, 'objective')}, ${countWords(levels, 'level')} in all`,
      objectives: objectives.map((number) => named(context, number)),
      href: whatIf(context, factors),
      equal: equal.map((each) => namesOf(context, each)),
    },
  ];
}

function circumstanceView(context: PageContext, answer: Unlock, one: UnlockCircumstance) {
  const { factor, name, question, state, raises, levels, together, notEnough } = one;
  const record = context.links.circumstances;
  const link = (number: number, text = '') => ({ ...named(context, number), text });
  return {
    name,
    question,
    state: factorStateWords[state],
    claimed: state === 'claimed',
    levels,
    raises: raises.map(({ objective, from, ceiling, target, targetChanges }) =>
      link(
        objective,
        `${from} to ${ceiling}${targetChanges ? `; target ${target.level}, ${stanceWords[target.stance].name.toLowerCase()}` : ''}`,
      ),
    ),
    together: together.map((number) => link(number, partners(context, answer, number, factor))),
    notEnough: notEnough.map((number) => link(number)),
    href: whatIf(context, [factor]),
    record: record === null ? null : `${record}#${factor}`,
  };
}

/** The circumstances with which one raises an objective, in the smallest set that it is part of. */
function partners(context: PageContext, answer: Unlock, number: number, factor: string): string {
  const ways = answer.objectives.find(({ objective }) => objective === number)?.ways ?? [];
  const way = ways.find(({ factors }) => factors.length > 1 && factors.includes(factor));
  if (way === undefined) return '';
  return `to ${way.ceiling}, with ${namesOf(
    context,
    way.factors.filter((id) => id !== factor),
  )}`;
}

function objectiveView(context: PageContext, one: UnlockObjective) {
  return {
    objective: one.objective,
    name: one.name,
    href: context.links.objective(one.objective),
    score: one.score,
    ceiling: levelWords(context.framework, one.ceiling),
    ways: one.ways.map(({ factors, ceiling }) => ({
      names: namesOf(context, factors),
      ceiling: levelWords(context.framework, ceiling),
      href: whatIf(context, factors),
    })),
    because: one.because,
    besides: one.factors.length === 0 ? null : namesOf(context, one.factors),
    causes: one.askAgain.map((cause) => ({
      name: cause.causeName,
      level: levelWords(context.framework, cause.level),
      assumed: cause.assumed,
      quotes: reasonQuotes(cause),
    })),
  };
}

function named({ framework, links }: PageContext, number: number) {
  const name = framework.objectives.find((one) => one.number === number)?.name ?? '';
  return { number, name, href: links.objective(number) };
}

function namesOf({ factors }: PageContext, ids: readonly string[]): string {
  return ids.map((id) => factors.find((factor) => factor.id === id)?.name ?? id).join(' and ');
}

/** The targets, supposing that circumstances were there. */
function whatIf({ links, view }: PageContext, ids: readonly string[]): string {
  const supposed = Object.fromEntries(ids.map((id) => [id, 'yes' as const]));
  return `${links.page('targets', { ...view, factors: { ...view.factors, ...supposed } })}#what-changes`;
}
