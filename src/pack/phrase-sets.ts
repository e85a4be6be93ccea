import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { type PhraseStep, parsePhrase, setsIn } from '../model/phrase.ts';
import { deepestSet, measureSets } from './measure-sets.ts';
import type { PackContent } from './pack.ts';
import { shortened, shortList } from './short-words.ts';

/** A file's sets of phrases, as written. */
export interface PhraseFile {
  readonly file: string;
  readonly phrases: Readonly<Record<string, readonly string[]>>;
}

/** The files of a pack that hold phrases. */
export function phraseFiles({ reading, followUp, challenges }: PackContent): readonly PhraseFile[] {
  return [
    { file: 'reading.json', phrases: reading.phrases },
    { file: 'follow-up.json', phrases: followUp.phrases },
    { file: 'challenges.json', phrases: challenges.phrases },
  ];
}

/** The most steps for which a set of phrases may stand, those of the sets inside it counted each time. */
export const largestSet = 5_000;

/** The most steps for which all sets of a pack may stand together: matching takes longer with each. */
export const largestPack = 50_000;

/**
 * The parsed phrases of each set, and what is wrong with them: unreadable, unknown sets, sets in a ring, sets that
 * stand for too much. A set may refer to one of another file.
 */
export function parsePhraseSets(files: readonly PhraseFile[]): {
  readonly sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const homes = new Map(
    files.flatMap(({ file, phrases }) => Object.keys(phrases).map((set) => [set, file] as const)),
  );
  const place = (set: string, index?: number) => ({
    file: homes.get(set) ?? '',
    place: `phrases ${set}`,
    path: `/phrases/${set}${index === undefined ? '' : `/${index}`}`,
  });
  const fault = (set: string, index: number | undefined, seen: string, allowed: string) =>
    diagnostics.push(
      diagnose('pack/phrase', { ...place(set, index), seen, allowed, repair: 'Mend the phrase.' }),
    );
  const sets = new Map<string, readonly (readonly PhraseStep[])[]>();
  for (const [set, phrases] of files.flatMap(({ phrases }) => Object.entries(phrases))) {
    sets.set(
      set,
      phrases.flatMap((written, index) => {
        const steps = parsePhrase(written);
        if (!('fault' in steps)) return [steps];
        const seen = `"${shortened(written)}", with ${shortened(steps.fault)}`;
        fault(set, index, seen, 'word, stem*, (a|b), [x], ..3, <level>, {set}, ^');
        return [];
      }),
    );
  }
  for (const [set, phrases] of sets) {
    for (const name of new Set(phrases.flatMap(setsIn)))
      if (!sets.has(name)) fault(set, undefined, `{${name}}`, shortList(sets.keys()));
  }
  const { sizes, rings } = measureSets(sets);
  for (const set of rings) fault(set, undefined, `{${set}} inside itself`, 'sets without a ring');
  for (const [set, { steps, deep }] of sizes) {
    if (steps <= largestSet && deep <= deepestSet) continue;
    diagnostics.push(
      diagnose('pack/phrase-too-large', {
        ...place(set),
        seen:
          steps > largestSet
            ? `${steps > 1e9 ? 'thousands of millions of' : steps} words and alternatives`
            : `${deep} sets inside each other`,
        allowed: `at most ${largestSet}, and ${deepestSet} sets inside each other`,
        repair: 'Say less in one set: name other sets once, and not inside each other.',
      }),
    );
    break;
  }
  const steps = [...sizes.values()].reduce((sum, size) => sum + size.steps, 0);
  const [largest] = [...sizes].toSorted(([, a], [, b]) => b.steps - a.steps);
  if (largest !== undefined && largest[1].steps <= largestSet && steps > largestPack) {
    diagnostics.push(
      diagnose('pack/phrase-too-large', {
        ...place(largest[0]),
        seen: `${steps} words and alternatives in all sets together, the most of them in this one`,
        allowed: `at most ${largestPack} in all sets of a pack`,
        repair: 'Say less in it, and name sets inside others less often.',
      }),
    );
  }
  return { sets, diagnostics };
}
