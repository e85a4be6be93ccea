import type { Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import { sentencesIn } from './sentences.ts';

/**
 * The sentences of a comment that can show what a score rests on: not the standard's words, nor an agreed standard,
 * a requirement, a limit, a decision to do nothing more, or a reference to the previous comment. In order.
 */
export function evidenceSentences({ text, period, views, obstacles, decision }: Reading): readonly Span[] {
  const others = [
    ...views.requirements,
    ...obstacles.map(({ words }) => words).filter((words) => words.period === period),
    ...[decision].filter((words) => words !== null).filter((words) => words.period === period),
    ...[views.noFurtherAction, views.asPrevious, views.agreedStandard].filter((span) => span !== null),
  ];
  return views.commentary
    .flatMap((span) => sentencesIn(text, span))
    .filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end));
}
