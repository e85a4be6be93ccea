import type { PhraseStep } from '../../model/phrase.ts';
import type { Word } from './words.ts';

/** Where a phrase was found: word indices, `end` exclusive, and the level that its `<level>` stood for. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
}

/** Finds the first match of one set of phrases, the longest of those that begin at the same word. */
export type PhraseMatcher = (words: readonly Word[]) => PhraseMatch | null;

type WordTest = (form: string) => boolean;
type State =
  | { readonly kind: 'word'; readonly test: WordTest; readonly isLevel: boolean; readonly next: State }
  | { readonly kind: 'fork'; readonly next: readonly State[] }
  | { readonly kind: 'start'; readonly next: State }
  | { readonly kind: 'found' };

interface Thread {
  readonly state: State;
  readonly level: number | null;
}

const found: State = { kind: 'found' };

/**
 * A matcher for each named set of phrases.
 *
 * A phrase has no loops, so a match has a greatest length; each word of a text is tried as a beginning,
 * and all alternatives advance together. The time is linear in the words of the text.
 * @param levels the levels for which `<level>` stands, by the lower-case forms that name them
 * @param sets the phrases of each set; sets refer to each other without a ring
 */
export function phraseMatchers(
  sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>,
  levels: ReadonlyMap<string, number>,
): ReadonlyMap<string, PhraseMatcher> {
  const build = (steps: readonly PhraseStep[], end: State): State =>
    steps.reduceRight<State>((next, step) => buildStep(step, next), end);

  function buildStep(step: PhraseStep, next: State): State {
    switch (step.kind) {
      case 'word':
        return { kind: 'word', test: wordTest(step.word, step.stem), isLevel: false, next };
      case 'start':
        return { kind: 'start', next };
      case 'level':
        return { kind: 'word', test: (form) => levels.has(form), isLevel: true, next };
      case 'gap':
        return gap(step.most, next);
      case 'set':
        return { kind: 'fork', next: (sets.get(step.name) ?? []).map((phrase) => build(phrase, next)) };
      case 'choice': {
        const options = step.options.map((option) => build(option, next));
        return { kind: 'fork', next: step.optional ? [...options, next] : options };
      }
    }
  }

  return new Map(
    [...sets].map(([name, phrases]) => {
      const start: State = { kind: 'fork', next: phrases.map((phrase) => build(phrase, found)) };
      return [name, matcherOf(start, levels)];
    }),
  );
}

function wordTest(word: string, stem: boolean): WordTest {
  return stem ? (form) => form.startsWith(word) : (form) => form === word;
}

function gap(most: number, next: State): State {
  let state = next;
  for (let count = 0; count < most; count++) {
    state = { kind: 'fork', next: [next, { kind: 'word', test: () => true, isLevel: false, next: state }] };
  }
  return state;
}

function matcherOf(start: State, levels: ReadonlyMap<string, number>): PhraseMatcher {
  const beginnings = closure([{ state: start, level: null }], false);
  const atStart = closure([{ state: start, level: null }], true);
  const afterFirst = new Map<string, readonly Thread[]>();

  function begin(form: string): readonly Thread[] {
    let threads = afterFirst.get(form);
    if (threads === undefined) {
      threads = advance(beginnings, form, levels);
      afterFirst.set(form, threads);
    }
    return threads;
  }

  return (words) => {
    for (const [index, { form }] of words.entries()) {
      const begun = index === 0 ? advance(atStart, form, levels) : begin(form);
      const match = matchFrom(begun, words, index, levels);
      if (match !== null) return match;
    }
    return null;
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
    if (state.kind !== 'word' || !state.test(form)) continue;
    taken.push({ state: state.next, level: state.isLevel ? (levels.get(form) ?? level) : level });
  }
  return taken.length === 0 ? taken : closure(taken, false);
}

/** The threads that wait for a word or have ended, each state once; those that must be at the start only there. */
function closure(threads: readonly Thread[], atStart: boolean): readonly Thread[] {
  const seen = new Set<State>();
  const open = [...threads].reverse();
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
