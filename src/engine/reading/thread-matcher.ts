import {
  enter,
  type PhraseStates,
  type Taking,
  takes,
  type WordClass,
  waitingFrom,
} from './phrase-states.ts';

/** Where a phrase was found: word indices, `end` exclusive, and the level that its `<level>` stood for. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
}

/** A way up to a state that waits for a word: the word with which it began, and the level that was named on it. */
interface Thread {
  readonly state: Taking;
  readonly start: number;
  readonly level: number | null;
}

/**
 * Finds sets of phrases in a time of at most the words times the states, whatever they are: for each set, by its place
 * among the names, its first match, the longest of those that begin there.
 *
 * All ways advance together, word by word, those that began earlier first. Of several ways to one state only the first
 * is kept, as whatever comes of the others comes of it too.
 */
export function threadMatcher(states: PhraseStates) {
  const first = waitingFrom(states.starts, states.count, true);
  const later = waitingFrom(states.starts, states.count, false);
  const reached = new Float64Array(states.count);
  let now = 0;

  return (words: readonly WordClass[]): ReadonlyMap<number, PhraseMatch> => {
    const found = new Map<number, PhraseMatch>();
    let threads: readonly Thread[] = [];
    for (const [at, word] of words.entries()) {
      const before = [
        ...threads,
        ...(at === 0 ? first : later).map((state): Thread => ({ state, start: at, level: null })),
      ];
      const after: Thread[] = [];
      now += 1;
      for (const { state, start, level } of before) {
        if (!takes(state, word) || start > (found.get(state.set)?.start ?? start)) continue;
        const named = state.kind === 'level' ? word.level : level;
        const waiting: Taking[] = [];
        if (enter(state.next, reached, now, waiting))
          found.set(state.set, { start, end: at + 1, level: named });
        for (const next of waiting) after.push({ state: next, start, level: named });
      }
      threads = after;
    }
    return found;
  };
}
