import type { PhraseStates, State, Taking, WordClass } from './phrase-states.ts';

type WordState = Extract<Taking, { readonly kind: 'word' }>;

/** Whether a state takes words of a class: asked for one word at many states, so in two steps. */
export type TakenBy = (word: WordClass) => (state: WordState) => boolean;

/** Works out once for each class of words which tests of states it passes. */
export function wordTests({ phrases, count }: PhraseStates): TakenBy {
  const numbers = new Map<string, number>();
  const setsOfTest: number[][] = [];
  const known = new Map<ReadonlySet<number>, number>();
  const passed = new Map<WordClass, Uint32Array>();

  function numberOf(tests: ReadonlySet<number>): number {
    const before = known.get(tests);
    if (before !== undefined) return before;
    const key = [...tests].toSorted((a, b) => a - b).join(' ');
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(key, number);
      for (const test of tests) (setsOfTest[test] ??= []).push(number);
    }
    known.set(tests, number);
    return number;
  }

  const ofState = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  const open: State[] = phrases.map(({ start }) => start);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (seen[state.number] === 1) continue;
    seen[state.number] = 1;
    if (state.kind === 'word') ofState[state.number] = numberOf(state.tests);
    if (state.kind === 'fork') open.push(...state.next);
    else if (state.kind !== 'found') open.push(state.next);
  }

  function passedBy(word: WordClass): Uint32Array {
    const before = passed.get(word);
    if (before !== undefined) return before;
    const bits = new Uint32Array((numbers.size >> 5) + 1);
    for (const test of word.tests)
      for (const number of setsOfTest[test] ?? [])
        bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    passed.set(word, bits);
    return bits;
  }

  return (word) => {
    const bits = passedBy(word);
    return (state) => {
      const number = ofState[state.number] ?? 0;
      return (((bits[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
    };
  };
}
