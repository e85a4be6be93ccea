import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { PhraseStep } from '../model/phrase.ts';
import { checkConditions } from './check-conditions.ts';
import { checkNames } from './check-names.ts';
import type { PackContent } from './pack.ts';
import { parsePhraseSets, phraseFiles } from './phrase-sets.ts';
import type { PackReading } from './read-pack.ts';

/** What is wrong with content that has its form, as far as it could not be evaluated; and its phrases, parsed. */
export function checkContent(
  content: PackContent,
  origins: PackReading['origins'],
): {
  readonly sets: ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { sets, diagnostics } = parsePhraseSets(phraseFiles(content));
  return {
    sets,
    diagnostics: [
      ...checkNames(content, origins),
      ...diagnostics,
      ...checkConditions(content, 'reading', content.reading.rules),
      ...checkConditions(content, 'ceilings', content.ceilings),
      ...checkConditions(content, 'targets', content.targets),
    ],
  };
}
