import { type Advice, type CeilingCause, type Evidence, scoredAdvice } from '../../model/advice.ts';
import type { ChallengeQuote } from '../../model/challenge.ts';
import type { Pack } from '../../pack/pack.ts';
import { appliesTo } from '../facts.ts';
import { rubricEvidence } from '../rubric-evidence.ts';
import type { Asked } from './ask.ts';

/** Scores above a stated limit that the comment or the standard still gives. */
export function overtakenLimits(advice: Advice): readonly Asked[] {
  return scoredAdvice(advice).flatMap(({ objective, score, ceiling }) =>
    ceiling.causes
      .filter(({ overtaken, strength }) => overtaken && strength === 'stated')
      .map((cause) => ({
        kind: 'limit-overtaken' as const,
        row: { objective, period: advice.basedOn },
        values: { score: score.label, level: cause.level, words: cause.evidence[0]?.quote ?? '' },
        quotes: quotesOf(objective, cause),
      })),
  );
}

function quotesOf(objective: number, { evidence }: CeilingCause): readonly ChallengeQuote[] {
  return evidence.map(
    (each: Evidence): ChallengeQuote => (each.source === 'comment' ? { ...each, objective } : each),
  );
}

/** Scores at a level whose words need a circumstance that only the score itself claims. */
export function unconfirmedCircumstances(pack: Pack, advice: Advice): readonly Asked[] {
  return scoredAdvice(advice).flatMap(({ objective, score }) => {
    const named = pack.framework.objectives.find(({ number }) => number === objective);
    if (named === undefined) return [];
    return pack.ceilings.flatMap((rule): readonly Asked[] => {
      if (rule.basis === 'comment' || rule.factor === null || !appliesTo(rule, named)) return [];
      if (advice.factors[rule.factor] !== 'claimed' || score.achieved < rule.rulesOut) return [];
      const { quote, rulesOut: level } = rule;
      const circumstance = pack.factors.find(({ id }) => id === rule.factor)?.question ?? '';
      return [
        {
          kind: 'circumstance-unconfirmed',
          row: { objective, period: advice.basedOn },
          values: { score: score.label, level, words: quote.replace(/[\s.]+$/u, ''), circumstance },
          quotes: [rubricEvidence(rule, named, pack)],
        },
      ];
    });
  });
}
