import type { Challenge, ChallengeQuote } from '../../model/challenge.ts';
import type { FollowedAction, Outcome } from '../../model/follow-up.ts';
import type { PageContext } from '../frame/page-context.ts';
import { levelWords, standingWords } from './words.ts';

const outcomes: readonly { readonly outcome: Outcome; readonly name: string }[] = [
  { outcome: 'done', name: 'Done' },
  { outcome: 'carried-on', name: 'Carried on' },
  { outcome: 'changed', name: 'Changed' },
  { outcome: 'not-stated', name: 'Not stated' },
];

/** What became of the actions of the earlier period, by outcome, each with both quotes. */
export function actionsView(context: PageContext, actions: readonly FollowedAction[]) {
  return {
    n: actions.length,
    earlier: actions[0]?.from.period ?? null,
    groups: outcomes.map(({ outcome, name }) => {
      const list = actions.filter((action) => action.outcome === outcome);
      return {
        outcome,
        name,
        count: list.length,
        actions: list.map((action) => actionView(context, action)),
      };
    }),
  };
}

function actionView(context: PageContext, { objective, from, to, why, standing }: FollowedAction) {
  const elsewhere = to !== null && to.objective !== objective ? `, #${to.objective}` : '';
  return {
    ...named(context, objective),
    from: { period: from.period, quote: from.quote },
    to: to === null ? null : { place: `${to.period}${elsewhere}`, quote: to.quote },
    why,
    standing:
      standing === 'read' ? 'Read by a rule; nobody has confirmed it yet.' : `${standingWords[standing]}.`,
  };
}

/** Places that do not sit together, as questions a member could ask, in the order given. */
export function challengesView(context: PageContext, challenges: readonly Challenge[]) {
  return {
    n: challenges.length,
    questions: challenges.map(({ objective, period, question, quotes }) => ({
      ...named(context, objective),
      period,
      question,
      quotes: quotes.map((quote) => ({ from: placeOf(context, quote), quote: quote.quote })),
    })),
  };
}

function placeOf({ framework }: PageContext, quote: ChallengeQuote): string {
  switch (quote.source) {
    case 'comment':
      return `${quote.period} comment of #${quote.objective}`;
    case 'criterion':
      return `the standard for ${levelWords(framework, quote.level)} of #${quote.objective}`;
    case 'principle':
      return `the section’s principle for ${levelWords(framework, quote.level)}`;
  }
}

function named({ framework, links }: PageContext, objective: number) {
  const name = framework.objectives.find(({ number }) => number === objective)?.name ?? '';
  return { objective, name, href: links.objective(objective) };
}
