import { testsOf } from '../../model/condition.ts';
import type { Span } from '../../model/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { type PhraseMatch, type PhraseMatcher, phraseMatcher } from './phrase-matcher.ts';
import { quotationsIn } from './quotations.ts';
import { type Word, wordsOf } from './words.ts';

/** A sentence, or the part of one before or after it turns ("but", "however"), with the phrases that it says. */
export interface Statement extends Span {
  readonly words: readonly Word[];
  /** The first match of a set of phrases, or null. */
  readonly match: (set: string) => PhraseMatch | null;
}

/** Reads spans of a text as statements with the phrases of one pack. */
export interface StatementReader {
  /** A whole sentence, quotations included, with the marking phrases and the levels that it names. */
  readonly whole: (text: string, span: Span) => Statement;
  /** A sentence split where it turns; words inside quotations of four words or more are somebody else's, and left out. */
  readonly own: (text: string, span: Span) => readonly Statement[];
}

const shortestQuotation = 4;

/**
 * The statement reader of a pack.
 * @param sets the sets of phrases that statements, whole and own, are matched with; if left out, those that comments
 * are read with
 */
export function statementReader(pack: Pack, sets?: readonly string[]): StatementReader {
  const levels = new Map(
    pack.framework.levels.flatMap(({ level, name }): [string, number][] => [
      [String(level), level],
      [name.toLowerCase(), level],
    ]),
  );
  const { markers, levelMention, holdsTogether } = pack.reading;
  const marking = phraseMatcher(pack.phrases, levels, sets ?? [...Object.values(markers), levelMention]);
  const matcher = phraseMatcher(pack.phrases, levels, sets ?? askedSets(pack));
  const turn = turnFinder(
    phraseMatcher(pack.phrases, levels, [pack.reading.contrast]),
    phraseMatcher(pack.phrases, levels, holdsTogether === undefined ? [] : [holdsTogether]),
  );
  const quotations = ofLastText(longQuotations);
  const wholes = ofLastText(() => new Map<string, Statement>());

  function whole(text: string, span: Span): Statement {
    const key = `${span.start} ${span.end}`;
    const read = wholes(text);
    const said = read.get(key) ?? statement(wordsOf(text, span.start, span.end), span, marking);
    read.set(key, said);
    return said;
  }

  return {
    whole,
    own: (text, span) => {
      const { words } = whole(text, span);
      const inside = quotations(text).filter(({ start, end }) => start < span.end && end > span.start);
      const own =
        inside.length === 0 ? words : words.filter((word) => !inside.some((each) => within(word, each)));
      return turns(own, turn).map((part) => statement(part, spanOf(part, span), matcher));
    },
  };
}

/** The sets that rules ask for, and those of moments: other sets only stand inside these. */
function askedSets({ reading }: Pack): readonly string[] {
  const asked = new Set<string>(Object.values(reading.moments));
  for (const { when } of reading.rules)
    for (const test of testsOf(when))
      if (test.operator === 'says' || test.operator === 'doesNotSay') asked.add(test.value);
  return [...asked];
}

function statement(words: readonly Word[], span: Span, matcher: PhraseMatcher): Statement {
  let matches: ReadonlyMap<string, PhraseMatch> | undefined;
  return {
    ...span,
    words,
    match: (set) => {
      matches ??= matcher(words);
      return matches.get(set) ?? null;
    },
  };
}

/** Finds the next turn of a sentence from a word on; none inside words that hold together. */
function turnFinder(contrast: PhraseMatcher, together: PhraseMatcher) {
  return (words: readonly Word[], from: number): PhraseMatch | undefined => {
    let at = from;
    for (;;) {
      const [match] = contrast(words, at).values();
      if (match === undefined) return undefined;
      let [held] = together(words, at).values();
      while (held !== undefined && held.end <= match.start) [held] = together(words, held.end).values();
      if (held === undefined || held.start > match.start) return match;
      at = held.end;
    }
  };
}

/** The words before and after each place where a sentence turns. */
function turns(words: readonly Word[], turn: ReturnType<typeof turnFinder>): readonly (readonly Word[])[] {
  const parts: (readonly Word[])[] = [];
  let from = 0;
  for (let match = turn(words, 0); match; match = turn(words, from)) {
    if (match.start > from) parts.push(words.slice(from, match.start));
    from = match.end;
  }
  return from < words.length ? [...parts, words.slice(from)] : parts;
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
