import type { Span } from '../../model/span.ts';
import { withoutEndMark } from '../reading/sentences.ts';
import { wordsOf } from '../reading/words.ts';

const most = 12;

/** Words with what follows them in their clause, as a quote to be read; the words alone where that is over 12 words. */
export function clauseOf(text: string, words: Span, sentence: Span): Span {
  const rest = text.slice(words.end, sentence.end);
  const length = /[,;:()]|\s[-–](?=\s)/u.exec(rest)?.index ?? rest.length;
  const clause = withoutEndMark(text, { start: words.start, end: words.end + length });
  return wordsOf(text, words.end, clause.end).length > most ? words : clause;
}
