import type { PhraseStart, WordClass } from './phrase-states.ts';

/**
 * Finds whether some words can say a phrase, by its place: whether its needs are all met, each by some word. Those without
 * needs always can. Null where no phrase can be said; what is given holds until other words are asked about.
 */
export function sayablePhrases(
  phrases: readonly PhraseStart[],
): (words: readonly WordClass[]) => ((phrase: number) => boolean) | null {
  const numbers = new Map<string, number>();
  /** By the number of a need: the phrases that have it. */
  const having: number[][] = [];
  /** By test: the needs that it meets. */
  const metBy: number[][] = [];
  const needs = new Int32Array(phrases.length);
  for (const [phrase, each] of phrases.entries()) {
    const own = new Set(each.needs.map(numberOf));
    needs[phrase] = own.size;
    for (const need of own) having[need]?.push(phrase);
  }
  const always = needs.includes(0);
  const can = (phrase: number): boolean =>
    needs[phrase] === 0 || (counted[phrase] === now && counts[phrase] === needs[phrase]);
  const ofClass = new Map<WordClass, readonly number[]>();
  const met = new Float64Array(having.length);
  const counts = new Int32Array(phrases.length);
  const counted = new Float64Array(phrases.length);
  let now = 0;

  function numberOf(tests: ReadonlySet<number>): number {
    const key = [...tests].toSorted((a, b) => a - b).join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = having.push([]) - 1;
    numbers.set(key, number);
    for (const test of tests) {
      const list = metBy[test] ?? [];
      metBy[test] = list;
      list.push(number);
    }
    return number;
  }

  function metByClass(word: WordClass): readonly number[] {
    const known = ofClass.get(word);
    if (known !== undefined) return known;
    const own = [...new Set(word.tests.flatMap((test) => metBy[test] ?? []))];
    ofClass.set(word, own);
    return own;
  }

  return (words) => {
    now += 1;
    let any = always;
    for (const word of words)
      for (const need of metByClass(word)) {
        if (met[need] === now) continue;
        met[need] = now;
        for (const phrase of having[need] ?? []) {
          if (counted[phrase] !== now) {
            counted[phrase] = now;
            counts[phrase] = 0;
          }
          const count = (counts[phrase] ?? 0) + 1;
          counts[phrase] = count;
          if (count === needs[phrase]) any = true;
        }
      }
    return any ? can : null;
  };
}
