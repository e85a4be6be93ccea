import type { Span } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { type PhraseMatch, type PhraseMatcher, phraseMatcher, type SaidPhrases } from './phrase-matcher.ts';
import { quotationsIn } from './quotations.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence, or the part of one before or after it turns ("but", "however"), with the phrases that it says. */
export interface Statement extends Span, SaidPhrases {
  readonly words: readonly Word[];
}

/** Reads spans of a text as statements with the phrases of one pack. */
export interface StatementReader {
  /** A whole sentence, quotations included, with the levels that it names. */
  readonly whole: (text: string, span: Span) => Statement;
  /** A sentence split where it turns; words inside quotations of four words or more are somebody else's, and left out. */
  readonly own: (text: string, span: Span) => readonly Statement[];
}

const shortestQuotation = 4;

/** A matcher of all sets, and one of those by which sentences turn, which is asked again after each turn. */
interface Matchers {
  readonly matcher: PhraseMatcher;
  readonly turning: PhraseMatcher;
}

const matchers = new WeakMap<Pack, Matchers>();

/** The statement reader of a pack; all those of a pack share its matcher. */
export function statementReader(pack: Pack): StatementReader {
  const { contrast, holdsTogether } = pack.reading;
  const { matcher, turning } = matchersOf(pack);
  const quotations = ofLastText(longQuotations);
  const wholes = ofLastText(() => new Map<string, Statement>());

  function whole(text: string, span: Span): Statement {
    const key = `${span.start} ${span.end}`;
    const read = wholes(text);
    const said = read.get(key) ?? statementOf(wordsOf(text, span.start, span.end), span);
    read.set(key, said);
    return said;
  }

  return {
    whole,
    own: (text, span) => {
      const said = whole(text, span);
      const { words } = said;
      const inside = quotations(text).filter(({ start, end }) => start < span.end && end > span.start);
      if (inside.length === 0 && !said.says(contrast)) return [{ ...said, ...spanOf(words, span) }];
      const own = words.filter((word) => !inside.some((each) => within(word, each)));
      return turns(own).map((part) => statementOf(part, spanOf(part, span)));
    },
  };

  function statementOf(words: readonly Word[], { start, end }: Span): Statement {
    return { start, end, words, ...matcher(words) };
  }

  /** The next turn of a sentence from a word on; none inside words that hold together. */
  function turn(words: readonly Word[], from: number): PhraseMatch | null {
    let at = from;
    for (;;) {
      const match = turning(words, at).match(contrast);
      if (match === null || holdsTogether === undefined) return match;
      let held = turning(words, at).match(holdsTogether);
      while (held !== null && held.end <= match.start) held = turning(words, held.end).match(holdsTogether);
      if (held === null || held.start > match.start) return match;
      at = held.end;
    }
  }

  /** The words before and after each place where a sentence turns. */
  function turns(words: readonly Word[]): readonly (readonly Word[])[] {
    const parts: (readonly Word[])[] = [];
    let from = 0;
    for (let match = turn(words, 0); match; match = turn(words, from)) {
      if (match.start > from) parts.push(words.slice(from, match.start));
      from = match.end;
    }
    return from < words.length ? [...parts, words.slice(from)] : parts;
  }
}

function matchersOf(pack: Pack): Matchers {
  const known = matchers.get(pack);
  if (known !== undefined) return known;
  const levels = new Map(
    pack.framework.levels.flatMap(({ level, name }): [string, number][] => [
      [String(level), level],
      [name.toLowerCase(), level],
    ]),
  );
  const { contrast, holdsTogether } = pack.reading;
  const turns = [contrast, holdsTogether].filter((set) => set !== undefined);
  const made = {
    matcher: phraseMatcher(pack.phrases, levels),
    turning: phraseMatcher(pack.phrases, levels, turns),
  };
  matchers.set(pack, made);
  return made;
}

/** The quotations of a text that are somebody else's words. */
function longQuotations(text: string): readonly Span[] {
  return quotationsIn(text).filter(({ start, end }) => wordsOf(text, start, end).length >= shortestQuotation);
}

/** What is worked out of a text is kept for its next sentence. */
function ofLastText<Value>(workOut: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: workOut(text) };
    return last.value;
  };
}

function within(word: Span, { start, end }: Span): boolean {
  return word.start >= start && word.end <= end;
}

function spanOf(words: readonly Word[], otherwise: Span): Span {
  const first = words[0];
  const last = words.at(-1);
  return first === undefined || last === undefined ? otherwise : { start: first.start, end: last.end };
}
