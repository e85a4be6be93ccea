import type { PhraseStep } from '../../model/phrase.ts';
import type { Word } from './words.ts';

/** Where a phrase was found: word indices, `end` exclusive, and the level that its `<level>` stood for. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
}

/**
 * Finds every set of phrases that words say: for each, its first match, the longest of those that begin there.
 * What stands before the word `from` (the first, if it is left out) is not seen.
 */
export type PhraseMatcher = (words: readonly Word[], from?: number) => ReadonlyMap<string, PhraseMatch>;

type State =
  | { readonly kind: 'word'; readonly word: string; readonly stem: boolean; readonly next: State }
  | { readonly kind: 'any'; readonly next: State }
  | { readonly kind: 'level'; readonly next: State }
  | { readonly kind: 'fork'; readonly next: readonly State[] }
  | { readonly kind: 'start'; readonly next: State }
  | { readonly kind: 'found' };

interface Thread {
  readonly state: State;
  readonly level: number | null;
}

interface Beginning extends Thread {
  readonly set: string;
}

type Begun = readonly (readonly [set: string, threads: readonly Thread[]])[];

const found: State = { kind: 'found' };

/**
 * The matcher of sets of phrases.
 *
 * A phrase has no loops, so a match has a greatest length; each word of a text is tried as a beginning,
 * and all alternatives advance together. The time is linear in the words of the text.
 * @param sets the phrases of each set; sets refer to each other without a ring
 * @param levels the levels for which `<level>` stands, by the lower-case forms that name them
 * @param names the sets to find; all of them if it is left out
 */
export function phraseMatcher(
  sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>,
  levels: ReadonlyMap<string, number>,
  names: readonly string[] = [...sets.keys()],
): PhraseMatcher {
  const starts = names.map((set): [string, State] => [
    set,
    { kind: 'fork', next: (sets.get(set) ?? []).map((phrase) => states(phrase, found, sets)) },
  ]);
  const first = beginningIndex(beginnings(starts, true), levels);
  const later = beginningIndex(beginnings(starts, false), levels);

  return (words, from = 0) => {
    const matches = new Map<string, PhraseMatch>();
    for (let index = from; index < words.length && matches.size < names.length; index++) {
      const form = words[index]?.form ?? '';
      for (const [set, threads] of index === from ? first(form) : later(form)) {
        if (matches.has(set)) continue;
        const match = matchFrom(threads, words, index, levels);
        if (match !== null) matches.set(set, match);
      }
    }
    return matches;
  };
}

function states(
  steps: readonly PhraseStep[],
  end: State,
  sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>,
): State {
  return steps.reduceRight<State>((next, step) => {
    switch (step.kind) {
      case 'word':
        return { ...step, next };
      case 'start':
      case 'level':
        return { kind: step.kind, next };
      case 'gap':
        return gap(step.most, next);
      case 'set':
        return {
          kind: 'fork',
          next: (sets.get(step.name) ?? []).map((phrase) => states(phrase, next, sets)),
        };
      case 'choice': {
        const options = step.options.map((option) => states(option, next, sets));
        return { kind: 'fork', next: step.optional ? [...options, next] : options };
      }
    }
  }, end);
}

function gap(most: number, next: State): State {
  let state = next;
  for (let count = 0; count < most; count++) {
    state = { kind: 'fork', next: [next, { kind: 'any', next: state }] };
  }
  return state;
}

function beginnings(starts: readonly (readonly [string, State])[], atStart: boolean): readonly Beginning[] {
  return starts.flatMap(([set, state]) =>
    closure([{ state, level: null }], atStart).map((thread) => ({ set, ...thread })),
  );
}

/** What has begun after a word, for each set: looked up by the word, and kept for the next time. */
function beginningIndex(
  all: readonly Beginning[],
  levels: ReadonlyMap<string, number>,
): (form: string) => Begun {
  const whole = Map.groupBy(all, ({ state }) => (state.kind === 'word' && !state.stem ? state.word : ''));
  const other = Map.groupBy(whole.get('') ?? [], ({ state }) =>
    state.kind === 'word' ? (state.word[0] ?? '') : '',
  );
  const kept = new Map<string, Begun>();
  return (form) => {
    let begun = kept.get(form);
    if (begun === undefined) {
      const possible = [
        ...(whole.get(form) ?? []),
        ...(other.get(form[0] ?? '') ?? []),
        ...(other.get('') ?? []),
      ];
      begun = [...Map.groupBy(possible, ({ set }) => set)]
        .map(([set, threads]) => [set, advance(threads, form, levels)] as const)
        .filter(([, threads]) => threads.length > 0);
      kept.set(form, begun);
    }
    return begun;
  };
}

function matchFrom(
  begun: readonly Thread[],
  words: readonly Word[],
  start: number,
  levels: ReadonlyMap<string, number>,
): PhraseMatch | null {
  let best: PhraseMatch | null = null;
  let threads = begun;
  for (let end = start + 1; threads.length > 0; end++) {
    const done = threads.find(({ state }) => state.kind === 'found');
    if (done !== undefined) best = { start, end, level: done.level };
    const word = words[end];
    if (word === undefined) break;
    threads = advance(threads, word.form, levels);
  }
  return best;
}

/** The threads that can take a word, after it. */
function advance(
  threads: readonly Thread[],
  form: string,
  levels: ReadonlyMap<string, number>,
): readonly Thread[] {
  const taken: Thread[] = [];
  for (const { state, level } of threads) {
    if (state.kind === 'any') taken.push({ state: state.next, level });
    else if (state.kind === 'word' && (state.stem ? form.startsWith(state.word) : form === state.word)) {
      taken.push({ state: state.next, level });
    } else if (state.kind === 'level') {
      const named = levels.get(form);
      if (named !== undefined) taken.push({ state: state.next, level: named });
    }
  }
  return taken.length === 0 ? taken : closure(taken, false);
}

/** The threads that wait for a word or have ended, each state once; those that must be at the start only there. */
function closure(threads: readonly Thread[], atStart: boolean): readonly Thread[] {
  const seen = new Set<State>();
  const open = threads.toReversed();
  const waiting: Thread[] = [];
  for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
    const { state, level } = thread;
    if (seen.has(state)) continue;
    seen.add(state);
    if (state.kind === 'fork') for (const next of state.next.toReversed()) open.push({ state: next, level });
    else if (state.kind !== 'start') waiting.push(thread);
    else if (atStart) open.push({ state: state.next, level });
  }
  return waiting;
}
