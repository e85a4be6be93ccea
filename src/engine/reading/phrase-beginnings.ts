import { type PhraseStates, type Taking, takes, type WordClass, waitingFrom } from './phrase-states.ts';

/** A state that waits for the first word of a phrase, with the phrase's place among all. */
export interface Beginning {
  readonly phrase: number;
  readonly state: Taking;
}

/**
 * Finds the beginnings that take words of a class, in order of the phrases; worked out once for each class.
 * @param atStart whether nothing stands before
 */
export function phraseBeginnings(
  { phrases, count }: PhraseStates,
  atStart: boolean,
): (word: WordClass) => readonly Beginning[] {
  const all = phrases.flatMap(({ start }, phrase) =>
    waitingFrom([start], count, atStart).map((state): Beginning => ({ phrase, state })),
  );
  /** The places of beginnings by a test that their words can pass, and of those that ask for no test. */
  const byTest: number[][] = [];
  const others: number[] = [];
  for (const [place, { state }] of all.entries()) {
    if (state.kind !== 'word') others.push(place);
    else for (const test of state.tests) (byTest[test] ??= []).push(place);
  }
  const ofClass = new Map<WordClass, readonly Beginning[]>();

  return (word) => {
    const known = ofClass.get(word);
    if (known !== undefined) return known;
    const places = new Set([...others, ...word.tests.flatMap((test) => byTest[test] ?? [])]);
    const own = [...places]
      .toSorted((a, b) => a - b)
      .flatMap((place) => all[place] ?? [])
      .filter(({ state }) => takes(state, word));
    ofClass.set(word, own);
    return own;
  };
}
