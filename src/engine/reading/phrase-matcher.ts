import {
  enter,
  type PhraseSets,
  phraseStates,
  type Taking,
  takes,
  type WordClass,
  waitingFrom,
} from './phrase-states.ts';
import { type PhraseMatch, threadMatcher } from './thread-matcher.ts';
import { wordClasses } from './word-classes.ts';
import type { Word } from './words.ts';

export type { PhraseMatch };

/**
 * Finds every set of phrases that words say: for each, its first match, the longest of those that begin there.
 * What stands before the word `from` (the first, if it is left out) is not seen.
 */
export type PhraseMatcher = (words: readonly Word[], from?: number) => ReadonlyMap<string, PhraseMatch>;

/** All ways through the phrases after some words, in order; worked out once, and looked up from then on. */
interface Stage {
  readonly threads: readonly Thread[];
  /** The sets of which a phrase ends here. */
  readonly ends: readonly End[];
  /** What follows, by the class of the next word, and by the threads that take it. */
  readonly next: Map<WordClass, Stage>;
  readonly nextByTaken: Map<string, Stage>;
}

interface End {
  readonly set: number;
  readonly level: number | null;
}

interface Thread {
  readonly state: Taking;
  readonly level: number | null;
}

/** The most ways that are kept in stages, over all texts; beyond it they are worked out anew. */
const mostKept = 500_000;

/** The most ways that are worked out for a text, for each of its words; beyond it stages do not pay. */
const mostWorkedOut = 500;

/**
 * The matcher of sets of phrases.
 *
 * Each word of a text is tried as a beginning, and all phrases advance together from stage to stage. A stage and the
 * class of a word give the next stage, which is looked up where it is known. Phrases have no loops, so this ends; and
 * where phrases and text are such that stages are seldom met again, the threads are followed instead, in bounded time.
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
  const byThreads = threadMatcher(states);
  const begun = (atStart: boolean): Stage =>
    stageOf(
      waitingFrom(states, atStart).map((state) => ({ state, level: null })),
      [],
    );
  const [first, later] = [begun(true), begun(false)];
  const stages = new Map<string, Stage>();
  const reached = new Float64Array(states.count);
  let now = 0;
  /** How many ways are kept, and how many more may be worked out for a text. */
  let kept = 0;
  let left = 0;

  function after({ threads, next, nextByTaken }: Stage, word: WordClass): Stage {
    const taken = threads.filter(({ state }) => takes(state, word));
    const key = keyOf(taken, [], word.level);
    const stage = nextByTaken.get(key) ?? workedOut(taken, word.level);
    nextByTaken.set(key, stage);
    next.set(word, stage);
    kept += 1;
    return stage;
  }

  function workedOut(taken: readonly Thread[], named: number | null): Stage {
    now += 1;
    const ends: End[] = [];
    const threads: Thread[] = [];
    for (const { state, level: before } of taken) {
      const level = state.kind === 'level' ? named : before;
      const waiting: Taking[] = [];
      if (enter(state.next, reached, now, waiting)) ends.push({ set: state.set, level });
      for (const each of waiting) threads.push({ state: each, level });
    }
    kept += threads.length;
    left -= 1 + threads.length;
    const key = keyOf(threads, ends);
    const stage = stages.get(key) ?? stageOf(threads, ends);
    stages.set(key, stage);
    return stage;
  }

  function find(words: readonly WordClass[]): ReadonlyMap<number, PhraseMatch> {
    const found = new Map<number, PhraseMatch>();
    left = words.length * mostWorkedOut;
    for (let start = 0; start < words.length && found.size < names.length; start++) {
      let stage = start === 0 ? first : later;
      for (let at = start; at < words.length && stage.threads.length > 0; at++) {
        const word = words[at] as WordClass;
        stage = stage.next.get(word) ?? after(stage, word);
        if (left < 0) return byThreads(words);
        for (const { set, level } of stage.ends) {
          if ((found.get(set)?.start ?? start) === start) found.set(set, { start, end: at + 1, level });
        }
      }
    }
    return found;
  }

  return (words, from = 0) => {
    if (kept > mostKept) {
      for (const { next, nextByTaken } of [first, later]) for (const map of [next, nextByTaken]) map.clear();
      stages.clear();
      kept = 0;
    }
    const classes: WordClass[] = [];
    for (let index = from; index < words.length; index++) classes.push(classOf(words[index]?.form ?? ''));
    const matches = new Map<string, PhraseMatch>();
    for (const [set, { start, end, level }] of find(classes))
      matches.set(names[set] ?? '', { start: start + from, end: end + from, level });
    return matches;
  };
}

function stageOf(threads: readonly Thread[], ends: readonly End[]): Stage {
  return { threads, ends, next: new Map(), nextByTaken: new Map() };
}

function keyOf(threads: readonly Thread[], ends: readonly End[], level: number | null = null): string {
  let key = `${level}`;
  for (const each of threads) key += ` ${each.state.number}:${each.level}`;
  for (const each of ends) key += ` ${each.set}=${each.level}`;
  return key;
}
