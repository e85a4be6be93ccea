import type { PhraseStep } from '../../model/phrase.ts';
import type { PhraseSets } from './phrase-sets.ts';

type WordStep = Extract<PhraseStep, { readonly kind: 'word' }>;
type Needs = readonly ReadonlySet<number>[];

/**
 * What a phrase needs: sets of tests, of each of which a text that says the phrase has a word that passes one. None for
 * a phrase of gaps and levels alone.
 * @param testOf the number of a word's test
 */
export function neededTests(
  sets: PhraseSets,
  testOf: (step: WordStep) => number,
): (phrase: readonly PhraseStep[]) => Needs {
  const ofSets = new Map<string, Needs>();

  /** Of each way the narrowest need: one of them is met. Ways without a need leave none. */
  function oneOf(ways: readonly (readonly PhraseStep[])[]): Needs {
    const [first, ...others] = ways.map(needed);
    if (first === undefined || others.length === 0) return first ?? [];
    const any = new Set<number>();
    for (const needs of [first, ...others]) {
      const [narrowest] = needs.toSorted((a, b) => a.size - b.size);
      if (narrowest === undefined) return [];
      for (const test of narrowest) any.add(test);
    }
    return [any];
  }

  function ofStep(step: PhraseStep): Needs {
    switch (step.kind) {
      case 'word':
        return [new Set([testOf(step)])];
      case 'set': {
        const needs = ofSets.get(step.name) ?? oneOf(sets.get(step.name) ?? []);
        ofSets.set(step.name, needs);
        return needs;
      }
      case 'choice':
        return step.optional ? [] : oneOf(step.options);
      default:
        return [];
    }
  }

  function needed(phrase: readonly PhraseStep[]): Needs {
    return phrase.flatMap(ofStep);
  }

  return needed;
}
