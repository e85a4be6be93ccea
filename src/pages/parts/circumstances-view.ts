import { type Advice, scoredAdvice } from '../../model/advice.ts';
import type { PageContext } from '../frame/page-context.ts';
import { affectedWords } from '../targets-view.ts';
import { countWords, factorStateWords } from './words.ts';

/** A field for each circumstance: those that limit an objective first, each list in the pack's order. */
export function circumstancesView(context: PageContext, recorded: Advice) {
  const fields = context.factors.map(({ id, name, question }) => {
    const state = recorded.factors[id] ?? 'unknown';
    const chosen = context.view.factors[id] ?? '';
    const limits = limitedBy(recorded, id);
    return {
      id,
      name,
      question,
      limits: affectedWords(limits),
      bites: limits.length > 0 || chosen !== '',
      choices: [
        { value: '', text: `As recorded: ${factorStateWords[state].toLowerCase()}`, selected: chosen === '' },
        ...(['yes', 'no', 'unknown'] as const)
          .filter((value) => value !== state)
          .map((value) => ({ value, text: factorStateWords[value], selected: chosen === value })),
      ],
    };
  });
  const others = fields.filter(({ bites }) => !bites);
  return {
    period: context.view.period,
    action: context.links.page('targets', { period: null, factors: {} }),
    limiting: fields.filter(({ bites }) => bites),
    others,
    othersTitle: `${countWords(others.length, 'circumstance limits', 'circumstances limit')} nothing at present`,
  };
}

/** The objectives that a limit naming the circumstance caps, whether it binds or another does. */
function limitedBy(advice: Advice, factor: string): readonly number[] {
  return scoredAdvice(advice)
    .filter(({ ceiling }) =>
      ceiling.causes.some(
        (cause) => cause.factor === factor && !cause.overtaken && cause.strength === 'stated',
      ),
    )
    .map(({ objective }) => objective);
}
