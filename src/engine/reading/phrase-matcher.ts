import { phraseBeginnings } from './phrase-beginnings.ts';
import type { PhraseSets } from './phrase-sets.ts';
import { enter, phraseStates, type Taking, type WordClass } from './phrase-states.ts';
import { sayablePhrases } from './sayable-phrases.ts';
import type { PhraseMatch } from './thread-matcher.ts';
import { wordClasses } from './word-classes.ts';
import { wordTests } from './word-tests.ts';
import type { Word } from './words.ts';

export type { PhraseMatch };

/**
 * Finds every set of phrases that words say: for each, its first match, the longest of those that begin there.
 * What stands before the word `from` (the first, if it is left out) is not seen.
 */
export type PhraseMatcher = (words: readonly Word[], from?: number) => ReadonlyMap<string, PhraseMatch>;

/** A way up to a state that waits for a word: the word with which it began, and the level that was named on it. */
interface Thread {
  readonly state: Taking;
  readonly start: number;
  readonly level: number | null;
}

/**
 * The matcher of sets of phrases.
 *
 * Most phrases need a word that a text does not have: only those whose needs are all met are tried. They advance
 * together, word by word, those that began earlier first; of several ways to one state only the first is kept, as
 * whatever comes of the others comes of it too. So the time is at most the words times the states, whatever they are,
 * and nothing is kept of a text but the classes of its words.
 * @param sets the phrases of each set; sets refer to each other without a ring
 * @param levels the levels for which `<level>` stands, by the lower-case forms that name them
 * @param names the sets to find; all of them if it is left out
 */
export function phraseMatcher(
  sets: PhraseSets,
  levels: ReadonlyMap<string, number>,
  names: readonly string[] = [...sets.keys()],
): PhraseMatcher {
  const states = phraseStates(sets, names);
  const classOf = wordClasses(states, levels);
  const first = phraseBeginnings(states, true);
  const later = phraseBeginnings(states, false);
  const takenBy = wordTests(states);
  const sayable = sayablePhrases(states.phrases);
  const reached = new Float64Array(states.count);
  let now = 0;

  function find(words: readonly WordClass[]): ReadonlyMap<number, PhraseMatch> {
    const found = new Map<number, PhraseMatch>();
    const tried = sayable(words);
    if (tried === null) return found;
    let threads: Thread[] = [];
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as WordClass;
      const taken = takenBy(word);
      const after: Thread[] = [];
      now += 1;
      const advance = (state: Taking, start: number, level: number | null): void => {
        const named = state.kind === 'level' ? word.level : level;
        const waiting: Taking[] = [];
        if (enter(state.next, reached, now, waiting))
          found.set(state.set, { start, end: at + 1, level: named });
        for (const next of waiting) after.push({ state: next, start, level: named });
      };
      for (const { state, start, level } of threads) {
        if (start > (found.get(state.set)?.start ?? start)) continue;
        if (state.kind === 'word' ? taken(state) : state.kind === 'any' || word.level !== null)
          advance(state, start, level);
      }
      for (const { phrase, state } of at === 0 ? first(word) : later(word))
        if (tried(phrase) && (found.get(state.set)?.start ?? at) === at) advance(state, at, null);
      threads = after;
    }
    return found;
  }

  return (words, from = 0) => {
    const classes: WordClass[] = [];
    for (let index = from; index < words.length; index++) classes.push(classOf(words[index]?.form ?? ''));
    const matches = new Map<string, PhraseMatch>();
    for (const [set, { start, end, level }] of find(classes))
      matches.set(names[set] ?? '', { start: start + from, end: end + from, level });
    return matches;
  };
}
