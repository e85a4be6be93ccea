import type { Evaluation } from '../../src/engine/evaluate.ts';
import { type Evidence, scoredAdvice } from '../../src/model/advice.ts';
import { type Assessment, rowOf } from '../../src/model/assessment.ts';
import { type Pack, rubricText } from '../../src/pack/pack.ts';

/** A quote, and the objective in whose advice it stands. */
export type PlacedQuote = Evidence & { readonly of: number };

/** Every quote of an evaluation: evidence, moments, and what was read. */
export function quotesOf({ advice, readings }: Evaluation): readonly PlacedQuote[] {
  const read = readings.flatMap(({ objective, obstacles, courses, decision }) =>
    [...obstacles, ...courses]
      .flatMap(({ words, until, reviewBy, waitsOn }) => [words, until, reviewBy, waitsOn])
      .concat(decision)
      .filter((quoted) => quoted !== null)
      .map((quoted) => ({ source: 'comment' as const, ...quoted, of: objective })),
  );
  const advised = scoredAdvice(advice).flatMap(({ objective, ceiling, target }) => {
    const moments = [...ceiling.causes, { ...target, until: null }]
      .flatMap(({ until, reviewBy, waitsOn }) => [until, reviewBy, waitsOn])
      .filter((quoted) => quoted !== null)
      .map((quoted) => ({ source: 'comment' as const, ...quoted }));
    const evidence = [...ceiling.causes.flatMap((cause) => cause.evidence), ...target.evidence];
    return [...evidence, ...moments].map((quote) => ({ ...quote, of: objective }));
  });
  return [...read, ...advised];
}

/** The text that a quote is a slice of. */
export function sourceOf(quote: PlacedQuote, pack: Pack, assessments: readonly Assessment[]): string {
  const text =
    quote.source === 'comment'
      ? assessments
          .filter(({ period }) => period === quote.period)
          .map((assessment) => rowOf(assessment, quote.of)?.text)[0]
      : rubricText(pack, quote);
  if (text === undefined || text === null) throw new Error(`no source of ${JSON.stringify(quote)}`);
  return text;
}
