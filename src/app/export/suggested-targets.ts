import type { AppendixObjective } from '../../exchange/write/written-appendix.ts';
import type { Stance } from '../../model/advice.ts';
import { type Advice, scoredAdvice } from '../../model/advice.ts';
import { restsOnUnconfirmed } from './rests-on-unconfirmed.ts';

/** Targets as a document for publication may show them. */
export interface PublishedTargets {
  readonly byObjective: ReadonlyMap<number, NonNullable<AppendixObjective['target']>>;
  /** How many reasons are left out, because nobody has confirmed what they rest on. */
  readonly leftOut: number;
}

/**
 * The targets of advice with their reasons. A reason that rests on what a rule read from a comment, and that no officer
 * has confirmed, is left out: the target stands alone.
 */
export function suggestedTargets(advice: Advice): PublishedTargets {
  const scored = scoredAdvice(advice);
  return {
    byObjective: new Map(
      scored.map((one) => {
        const { level, stance, because } = one.target;
        const reason = restsOnUnconfirmed(one) ? `${stances[stance]}.` : `${stances[stance]}. ${because}`;
        return [one.objective, { level: String(level), reason }];
      }),
    ),
    leftOut: scored.filter(restsOnUnconfirmed).length,
  };
}

const stances: Readonly<Record<Stance, string>> = {
  finish: 'Finish',
  advance: 'Advance',
  hold: 'Hold',
  open: 'Open',
};
