import { phrasePlaces } from './phrase-places.ts';
import type { PhraseSets } from './phrase-sets.ts';
import { levelTest, type PhraseSet, phraseSteps, type Step } from './phrase-steps.ts';
import { type WordClass, wordClasses } from './word-classes.ts';
import type { Word } from './words.ts';

/** Where a phrase was found: word indices, `end` exclusive, and the level that its `<level>` stood for. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
}

/** What words say of sets of phrases: worked out when it is asked for, and kept. An unknown set is never said. */
export interface SaidPhrases {
  readonly says: (set: string) => boolean;
  /** The first match of a set, the longest of those that begin there; null where there is none. */
  readonly match: (set: string) => PhraseMatch | null;
}

/** Reads words; what stands before the word `from` (the first, if it is left out) is not seen. */
export type PhraseMatcher = (words: readonly Word[], from?: number) => SaidPhrases;

/**
 * The matcher of sets of phrases.
 *
 * words → their classes → for a set that is asked for, whether it is said → if asked, where it begins and ends, and
 * which level it names
 *
 * The time is at most the words times the steps of the phrases (and the logarithm of the words, to find where), whatever
 * they are; nothing is kept of a text but the classes of its words.
 * @param sets the phrases of each set; sets refer to each other without a ring, and no phrase can stand for no word
 * @param levels the levels for which `<level>` stands, by the lower-case forms that name them
 * @param names the sets that are asked for; all of them if it is left out
 */
export function phraseMatcher(
  sets: PhraseSets,
  levels: ReadonlyMap<string, number>,
  names: Iterable<string> = sets.keys(),
): PhraseMatcher {
  const steps = phraseSteps(sets, names);
  const classOf = wordClasses(steps, levels);
  const places = phrasePlaces(steps);
  let loaded: readonly WordClass[] | undefined;

  return (words, from = 0) => {
    const classes: WordClass[] = [];
    for (let index = from; index < words.length; index++) classes.push(classOf(words[index]?.form ?? ''));
    const said = new Map<string, boolean>();
    const matches = new Map<string, PhraseMatch | null>();

    function ready(): void {
      if (loaded === classes) return;
      places.load(classes);
      loaded = classes;
    }

    function says(name: string): boolean {
      const known = said.get(name);
      if (known !== undefined) return known;
      const set = steps.sets.get(name);
      ready();
      const found = classes.length > 0 && set !== undefined && places.says(set);
      said.set(name, found);
      return found;
    }

    function find(name: string): PhraseMatch | null {
      const set = steps.sets.get(name);
      if (set === undefined || !says(name)) return null;
      ready();
      const start = places.firstStart(set);
      const end = places.lastEnd(set, start);
      return {
        start: start + from,
        end: end + from,
        level: set.namesLevel ? levelOn(set, start, end) : null,
      };
    }

    /** The level that is named last on the first way from one place to another, in order of the phrases. */
    function levelOn(set: PhraseSet, start: number, end: number): number | null {
      let level: number | null = null;
      let at = start;
      let left: readonly Step[] = [{ kind: 'set', set }];
      for (let [step, ...rest] = left; step !== undefined; [step, ...rest] = left) {
        if (step.kind === 'word' && step.test === levelTest) level = classes[at]?.level ?? null;
        const on = waysOn(step, rest).find((way) => places.leads(way.left, at + way.taken, end));
        if (on === undefined) return level;
        at += on.taken;
        left = on.left;
      }
      return level;
    }

    return {
      says,
      match: (name) => {
        const known = matches.get(name);
        if (known !== undefined) return known;
        const match = find(name);
        matches.set(name, match);
        return match;
      },
    };
  };
}

/** The ways on from a step, those first that are preferred: the words that it takes, and the steps that are left. */
function waysOn(step: Step, rest: readonly Step[]): readonly { taken: number; left: readonly Step[] }[] {
  const into = (steps: readonly Step[]) => ({ taken: 0, left: [...steps, ...rest] });
  switch (step.kind) {
    case 'word':
      return [{ taken: 1, left: rest }];
    case 'gap':
      return Array.from({ length: step.most + 1 }, (_, taken) => ({ taken, left: rest }));
    case 'start':
      return [into([])];
    case 'ways':
      return [...step.ways.map(({ steps }) => into(steps)), ...(step.optional ? [into([])] : [])];
    case 'set':
      return step.set.ways.map(({ steps }) => into(steps));
  }
}
