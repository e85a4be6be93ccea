import type { PhraseStep } from '../../model/phrase.ts';
import type { PhraseSets } from './phrase-sets.ts';

/** A step of a phrase: takes a word that passes a test, up to `most` words, or none at the start, or goes one of several ways. */
export type Step =
  | { readonly kind: 'word'; readonly test: number }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'ways'; readonly ways: readonly Way[]; readonly optional: boolean }
  | { readonly kind: 'set'; readonly set: PhraseSet };

/** Steps in a row, and tests of which each is passed by a word of every text that says them. */
export interface Way {
  readonly steps: readonly Step[];
  readonly needs: readonly number[];
}

/** A set of phrases: what names it in others shares it. */
export interface PhraseSet {
  readonly number: number;
  readonly ways: readonly Way[];
  /** Whether a phrase of it, or of a set inside it, names a level. */
  readonly namesLevel: boolean;
}

/** Sets of phrases with the tests of words that they make, by number. */
export interface PhraseSteps {
  readonly sets: ReadonlyMap<string, PhraseSet>;
  /** The tests that a word passes as it is. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** The tests that a word passes that begins so. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** How many tests there are; the first is whether a word names a level. */
  readonly tests: number;
}

/** The test that words pass that name a level. */
export const levelTest = 0;

/** The steps of the named sets of phrases, and of those inside them. Words that are alternatives of each other are one test. */
export function phraseSteps(written: PhraseSets, names: Iterable<string>): PhraseSteps {
  const words = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const tests = new Map<string, number>([['', levelTest]]);
  const sets = new Map<string, PhraseSet>();

  function testOf(steps: readonly (PhraseStep & { readonly kind: 'word' })[]): number {
    const key = steps.map(({ word, stem }) => (stem ? `${word}*` : word)).join('|');
    const known = tests.get(key);
    if (known !== undefined) return known;
    const test = tests.size;
    tests.set(key, test);
    for (const { word, stem } of steps) {
      const of = stem ? stems : words;
      const others = of.get(word);
      if (others === undefined) of.set(word, [test]);
      else others.push(test);
    }
    return test;
  }

  function setOf(name: string): PhraseSet {
    const known = sets.get(name);
    if (known !== undefined) return known;
    const ways = waysOf(written.get(name) ?? []);
    const set = { number: sets.size, ways, namesLevel: ways.some(namesLevel) };
    sets.set(name, set);
    return set;
  }

  function waysOf(phrases: readonly (readonly PhraseStep[])[]): readonly Way[] {
    const alone = phrases.flatMap(([first, ...others]) =>
      first?.kind === 'word' && others.length === 0 ? [first] : [],
    );
    const others = phrases
      .filter(([first, ...more]) => first?.kind !== 'word' || more.length > 0)
      .map((phrase) => wayOf(phrase.map(stepOf)));
    return alone.length === 0 ? others : [wayOf([{ kind: 'word', test: testOf(alone) }]), ...others];
  }

  function stepOf(step: PhraseStep): Step {
    switch (step.kind) {
      case 'word':
        return { kind: 'word', test: testOf([step]) };
      case 'level':
        return { kind: 'word', test: levelTest };
      case 'set':
        return { kind: 'set', set: setOf(step.name) };
      case 'choice': {
        const ways = waysOf(step.options);
        const [only] = ways[0]?.steps ?? [];
        const single = !step.optional && ways.length === 1 && ways[0]?.steps.length === 1;
        return single && only !== undefined ? only : { kind: 'ways', ways, optional: step.optional };
      }
      default:
        return step;
    }
  }

  for (const name of names) setOf(name);
  return { sets, words, stems, tests: tests.size };
}

function wayOf(steps: readonly Step[]): Way {
  return { steps, needs: steps.flatMap((step) => (step.kind === 'word' ? [step.test] : [])) };
}

function namesLevel({ steps }: Way): boolean {
  return steps.some((step) => {
    if (step.kind === 'word') return step.test === levelTest;
    if (step.kind === 'set') return step.set.namesLevel;
    return step.kind === 'ways' && step.ways.some(namesLevel);
  });
}
