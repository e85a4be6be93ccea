import type { PhraseStep } from '../../model/phrase.ts';
import { neededTests } from './needed-tests.ts';
import type { PhraseSets } from './phrase-sets.ts';

/** A place in a phrase: where it waits for a word, or where no word is needed to go on. */
export type State = Taking | Passing;

interface Placed {
  /** Its number among all states, from 0 on. */
  readonly number: number;
  /** The set to which it belongs, by its place among the names. */
  readonly set: number;
}

/** A place that waits for a word: one that passes one of some tests, any, or one that names a level. */
export type Taking = Placed &
  (
    | { readonly kind: 'word'; readonly tests: ReadonlySet<number>; readonly next: State }
    | { readonly kind: 'any' | 'level'; readonly next: State }
  );

/** A place that waits for none: several ways on, a way on where nothing stands before, and the end of a phrase. */
type Passing = Placed &
  (
    | { readonly kind: 'fork'; readonly next: readonly State[] }
    | { readonly kind: 'start'; readonly next: State }
    | { readonly kind: 'found' }
  );

/** What phrases can tell of a word; words of which they can tell the same are of one class. */
export interface WordClass {
  /** The tests that such a word passes: of the word as it is, and of stems. */
  readonly tests: readonly number[];
  /** The level that it names, or null. */
  readonly level: number | null;
}

/** A phrase of a set: where it begins, and tests of which each is passed by a word of every text that says it. */
export interface PhraseStart {
  readonly set: number;
  readonly start: State;
  readonly needs: readonly ReadonlySet<number>[];
}

/** The states of sets of phrases, with the tests of words that they make, by number. */
export interface PhraseStates {
  /** Where each set begins, in order of the names. */
  readonly starts: readonly State[];
  /** The phrases of all sets, in order. */
  readonly phrases: readonly PhraseStart[];
  readonly count: number;
  /** The tests for a word as it is. */
  readonly words: ReadonlyMap<string, number>;
  /** The tests for a word that begins so. */
  readonly stems: ReadonlyMap<string, number>;
}

type Shape<Each> = Each extends Placed ? Omit<Each, keyof Placed> : never;

/** The states of the named sets; a set that is named inside others has states of its own in each place. */
export function phraseStates(sets: PhraseSets, names: readonly string[]): PhraseStates {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  let count = 0;

  function testOf(tests: Map<string, number>, word: string): number {
    const test = tests.get(word) ?? words.size + stems.size;
    tests.set(word, test);
    return test;
  }

  const phrases: PhraseStart[] = [];
  const needed = neededTests(sets, ({ word, stem }) => testOf(stem ? stems : words, word));

  function startOf(name: string, set: number): State {
    const made = (shape: Shape<State>): State => ({ ...shape, number: count++, set });

    const oneOf = (phrases: readonly (readonly PhraseStep[])[], next: State): readonly State[] =>
      phrases.map((phrase) => phrase.reduceRight(leading, next));

    /** Words that stand side by side as alternatives, and lead to one place, are one state. */
    function fork(ways: readonly State[]): State {
      const next: State[] = [];
      let merged: Set<number> | undefined;
      for (const way of ways) {
        const last = next.at(-1);
        if (way.kind === 'word' && last?.kind === 'word' && last.next === way.next) {
          if (merged === undefined) {
            merged = new Set(last.tests);
            next[next.length - 1] = made({ kind: 'word', tests: merged, next: way.next });
          }
          for (const test of way.tests) merged.add(test);
        } else {
          next.push(way);
          merged = undefined;
        }
      }
      const [only] = next;
      return only !== undefined && next.length === 1 ? only : made({ kind: 'fork', next });
    }

    function leading(next: State, step: PhraseStep): State {
      switch (step.kind) {
        case 'word':
          return made({ kind: 'word', tests: new Set([testOf(step.stem ? stems : words, step.word)]), next });
        case 'start':
        case 'level':
          return made({ kind: step.kind, next });
        case 'gap': {
          let state = next;
          for (let most = 0; most < step.most; most++)
            state = made({ kind: 'fork', next: [next, made({ kind: 'any', next: state })] });
          return state;
        }
        case 'set':
          return fork(oneOf(sets.get(step.name) ?? [], next));
        case 'choice': {
          const options = oneOf(step.options, next);
          return fork(step.optional ? [...options, next] : options);
        }
      }
    }

    const own = sets.get(name) ?? [];
    const ways = oneOf(own, made({ kind: 'found' }));
    for (const [index, start] of ways.entries())
      phrases.push({ set, start, needs: needed(own[index] ?? []) });
    return fork(ways);
  }

  const starts = names.map(startOf);
  return { starts, phrases, count, words, stems };
}

/** The states that wait for the first word of a phrase, in order, each once: where nothing stands before, or something. */
export function waitingFrom(starts: readonly State[], count: number, atStart: boolean): readonly Taking[] {
  const waiting: Taking[] = [];
  const reached = new Float64Array(count);
  for (const state of starts) enter(state, reached, 1, waiting, atStart);
  return waiting;
}

/** Whether a state takes a word. */
export function takes(state: Taking, { tests, level }: WordClass): boolean {
  if (state.kind === 'word') return tests.some((test) => state.tests.has(test));
  return state.kind === 'any' || level !== null;
}

/**
 * Adds the states that wait for the next word from a state on, in order of the phrases; gives whether a phrase ends there.
 * @param reached the moment at which each state was last reached: one that was reached now is passed over
 */
export function enter(
  from: State,
  reached: Float64Array,
  now: number,
  waiting: Taking[],
  atStart = false,
): boolean {
  let ends = false;
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached[state.number] === now) continue;
    reached[state.number] = now;
    if (state.kind === 'found') ends = true;
    else if (state.kind === 'fork') for (const next of state.next.toReversed()) open.push(next);
    else if (state.kind !== 'start') waiting.push(state);
    else if (atStart) open.push(state.next);
  }
  return ends;
}
