import type { PhraseStep } from '../../../src/model/phrase.ts';

/** A match by the definition of phrases, found by trying everything: `end` is exclusive. */
export interface ReferenceMatch {
  readonly start: number;
  readonly end: number;
  /** The levels that `<level>` can stand for in matches of that place. */
  readonly levels: readonly (number | null)[];
}

type Sets = ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;
interface Way {
  readonly at: number;
  readonly level: number | null;
}

/** The first match of one set in words, and of those that begin there the longest; null where there is none. */
export function referenceMatch(
  name: string,
  sets: Sets,
  levels: ReadonlyMap<string, number>,
  words: readonly string[],
): ReferenceMatch | null {
  const sequence = (steps: readonly PhraseStep[], from: Way): readonly Way[] =>
    steps.reduce<readonly Way[]>((ways, step) => distinct(ways.flatMap((way) => after(step, way))), [from]);

  const after = (step: PhraseStep, way: Way): readonly Way[] => {
    const word = words[way.at];
    switch (step.kind) {
      case 'start':
        return way.at === 0 ? [way] : [];
      case 'word':
        if (word === undefined) return [];
        return (step.stem ? word.startsWith(step.word) : word === step.word)
          ? [{ ...way, at: way.at + 1 }]
          : [];
      case 'level': {
        const level = word === undefined ? undefined : levels.get(word);
        return level === undefined ? [] : [{ at: way.at + 1, level }];
      }
      case 'gap':
        return Array.from({ length: step.most + 1 }, (_, more) => ({ ...way, at: way.at + more })).filter(
          ({ at }) => at <= words.length,
        );
      case 'set':
        return (sets.get(step.name) ?? []).flatMap((phrase) => sequence(phrase, way));
      case 'choice':
        return [...step.options.flatMap((option) => sequence(option, way)), ...(step.optional ? [way] : [])];
    }
  };

  for (let start = 0; start < words.length; start++) {
    const ends = (sets.get(name) ?? [])
      .flatMap((phrase) => sequence(phrase, { at: start, level: null }))
      .filter(({ at }) => at > start);
    const end = Math.max(...ends.map(({ at }) => at));
    if (ends.length > 0)
      return { start, end, levels: ends.filter(({ at }) => at === end).map(({ level }) => level) };
  }
  return null;
}

function distinct(ways: readonly Way[]): readonly Way[] {
  return [...new Map(ways.map((way) => [`${way.at} ${way.level}`, way])).values()];
}
