import type { Pack } from '../../pack/pack.ts';
import { type Word, wordsOf } from '../reading/words.ts';
import { stem } from './stem.ts';

/** What two texts have in common. */
export interface Shared {
  /** A word of its own counts 1, a word of the names of the objective and its section a half. */
  readonly weight: number;
  /** The words of the second text, in order, each once. */
  readonly words: readonly string[];
}

/** The weight from which two texts speak of one thing. */
export const enoughShared = 2;

/**
 * Tells what two texts about an objective have in common. Words that `follow-up.json` holds for common count
 * nothing, nor do those of `reading.json`, unless they are in the names of the objective or its section.
 */
export function sharedSubject(
  pack: Pack,
  objective: number,
): (first: readonly Word[], second: readonly Word[]) => Shared {
  const { framework, reading, followUp } = pack;
  const named = framework.objectives.find(({ number }) => number === objective);
  const section = framework.sections.find(({ id }) => id === named?.section);
  const always = stems(followUp.commonWords.join(' '));
  const common = stems(reading.commonWords.join(' '));
  const names = stems([named?.name ?? '', section?.name ?? ''].join(' '));

  return (first, second) => {
    const own = new Set(first.map(({ form }) => stem(form)));
    const seen = new Map<string, string>();
    for (const { form } of second) {
      const root = stem(form);
      if (own.has(root) && !seen.has(root)) seen.set(root, form);
    }
    let weight = 0;
    const words: string[] = [];
    for (const [root, form] of seen) {
      const worth = always.has(root) ? 0 : names.has(root) ? 0.5 : common.has(root) ? 0 : 1;
      if (worth === 0) continue;
      weight += worth;
      words.push(form);
    }
    return { weight, words };
  };
}

function stems(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(({ form }) => stem(form)));
}
