import type { ObjectiveExplanation } from '../../app/advice/explain.ts';
import type { CeilingCause, Evidence, ScoredAdvice } from '../../model/advice.ts';
import type { PageContext } from '../frame/page-context.ts';
import {
  basisWords,
  controlWords,
  factorStateWords,
  levelWords,
  standingTag,
  standingWords,
} from './words.ts';

/** The limits of one objective in the order of its causes, numbered as the marks in the comment are. */
export function limitViews(context: PageContext, one: ScoredAdvice, { factors }: ObjectiveExplanation) {
  return one.ceiling.causes.map((cause, index) => {
    const kind = cause.overtaken ? 'overtaken' : cause.strength === 'hedged' ? 'possible' : 'limit';
    const factor = factors.find(({ id }) => id === cause.factor);
    return {
      number: index + 1,
      kind,
      title: cause.title,
      name: context.causes.find(({ id }) => id === cause.cause)?.name ?? cause.cause,
      level: levelWords(context.framework, cause.level),
      control: controlWords[cause.control],
      binding: cause.binding,
      basis: cause.assumed ? `${basisWords[cause.basis]} alone, so it is assumed` : basisWords[cause.basis],
      standing: cause.basis === 'comment' ? standingWords[cause.standing] : null,
      citation: cause.citation,
      quotes: cause.evidence.map(quoteView),
      moments: momentViews(cause),
      lift:
        factor === undefined
          ? null
          : {
              name: factor.name,
              question: factor.question,
              state: factorStateWords[factor.state],
              record:
                context.links.circumstances === null ? null : `${context.links.circumstances}#${factor.id}`,
              href:
                factor.state === 'yes'
                  ? null
                  : `${context.links.page('targets', {
                      ...context.view,
                      factors: { ...context.view.factors, [factor.id]: 'yes' as const },
                    })}#what-changes`,
            },
    };
  });
}

/** The quotes of a reason, each with where its words stand and whether an officer has looked at it. */
export function reasonQuotes(cause: Pick<CeilingCause, 'basis' | 'standing' | 'evidence'>) {
  return cause.evidence.map((evidence) => {
    const { from, quote } = quoteView(evidence);
    return { from: cause.basis === 'comment' ? `${from}, ${standingTag(cause)}` : from, quote };
  });
}

/** A quote with where its words stand. */
export function quoteView(evidence: Evidence): { readonly from: string; readonly quote: string } {
  switch (evidence.source) {
    case 'comment':
      return { from: `${evidence.period} comment`, quote: evidence.quote };
    case 'criterion':
      return { from: `the standard, level ${evidence.level}`, quote: evidence.quote };
    case 'principle':
      return { from: `the section’s principle for level ${evidence.level}`, quote: evidence.quote };
  }
}

function momentViews({ until, reviewBy, waitsOn }: CeilingCause) {
  return [
    ...(until === null ? [] : [{ name: 'It holds until', quote: until.quote }]),
    ...(reviewBy === null ? [] : [{ name: 'To be looked at again', quote: reviewBy.quote }]),
    ...(waitsOn === null ? [] : [{ name: 'It waits on', quote: waitsOn.quote }]),
  ];
}
