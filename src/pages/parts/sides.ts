import type { ObjectiveExplanation } from '../../app/advice/explain.ts';
import type { ScoredAdvice } from '../../model/advice.ts';
import type { PageContext } from '../frame/page-context.ts';
import { quoteView } from './limit-views.ts';
import { levelWords } from './words.ts';

/**
 * The standard's words beside the comment's, where the comment gives a limit and the standard's words that are held
 * for the next level do not give the same; empty where they agree or none are held.
 */
export function sidesOf({ framework }: PageContext, one: ScoredAdvice, { bothTexts }: ObjectiveExplanation) {
  const fromStandard = one.ceiling.causes.filter(({ basis }) => basis !== 'comment');
  return bothTexts.flatMap(({ level, rubric, comment, cause, causeName }) => {
    const agrees = fromStandard.some((other) => other.cause === cause && other.level < level);
    if (agrees || rubric.held === 'none') return [];
    return [
      {
        level: levelWords(framework, level),
        standard: rubric.text,
        principle: rubric.held === 'principle',
        asQuoted: rubric.held === 'as-quoted',
        cause: causeName,
        quotes: comment.map(quoteView),
      },
    ];
  });
}
