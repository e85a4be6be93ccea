import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { type PhraseStep, parsePhrase, setsIn } from '../model/phrase.ts';
import type { PackContent } from './pack.ts';

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

/**
 * The parsed phrases of each set, and what is wrong with them: unreadable, unknown sets, sets in a ring.
 * A set may refer to one of another file.
 */
export function parsePhraseSets(files: readonly PhraseFile[]): {
  readonly sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const fault = (set: string, seen: string, allowed: string) =>
    diagnostics.push(
      diagnose('pack/phrase', {
        file: files.find(({ phrases }) => Object.hasOwn(phrases, set))?.file ?? '',
        place: `/phrases/${set}`,
        seen,
        allowed,
        repair: 'Mend the phrase.',
      }),
    );
  const sets = new Map<string, readonly (readonly PhraseStep[])[]>();
  for (const [set, phrases] of files.flatMap(({ phrases }) => Object.entries(phrases))) {
    sets.set(
      set,
      phrases.flatMap((written) => {
        const steps = parsePhrase(written);
        if (!('fault' in steps)) return [steps];
        fault(set, `"${written}", with ${steps.fault}`, 'word, stem*, (a|b), [x], ..3, <level>, {set}');
        return [];
      }),
    );
  }
  for (const [set, phrases] of sets) {
    for (const name of phrases.flatMap(setsIn)) {
      if (!sets.has(name)) fault(set, `{${name}}`, [...sets.keys()].join(', '));
    }
    if (reaches(sets, set, set, new Set())) fault(set, `{${set}} inside itself`, 'sets without a ring');
  }
  return { sets, diagnostics };
}

function reaches(
  sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>,
  from: string,
  to: string,
  seen: Set<string>,
): boolean {
  return (sets.get(from) ?? []).flatMap(setsIn).some((name) => {
    if (name === to) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return reaches(sets, name, to, seen);
  });
}
