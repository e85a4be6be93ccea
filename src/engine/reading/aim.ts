import type { Pack } from '../../pack/pack.ts';
import { wordsOf } from './words.ts';

const shortestStem = 5;
const enough = 2;

/**
 * Whether an action is aimed at one of some texts (the next level's words, or an obstacle): they share at least two words that
 * are neither common nor in the names of the objective and its section. Words are the same if their first
 * letters are (five, or all of a shorter word).
 */
export function aimedAt(
  pack: Pack,
  objective: number,
  texts: readonly string[],
): (action: string) => boolean {
  let aims: readonly ReadonlySet<string>[] | undefined;
  return (action) => {
    aims ??= aimsOf(pack, objective, texts);
    const own = stems(action);
    return aims.some((aim) => own.intersection(aim).size >= enough);
  };
}

function aimsOf(
  { framework, reading }: Pack,
  objective: number,
  texts: readonly string[],
): readonly ReadonlySet<string>[] {
  const named = framework.objectives.find(({ number }) => number === objective);
  const section = framework.sections.find(({ id }) => id === named?.section);
  const common = stems([...reading.commonWords, named?.name ?? '', section?.name ?? ''].join(' '));
  return texts.map((text) => stems(text).difference(common));
}

function stems(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ form }) => form.slice(0, shortestStem)));
}
