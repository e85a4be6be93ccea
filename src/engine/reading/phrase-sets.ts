import type { PhraseStep } from '../../model/phrase.ts';

/** Sets of phrases, as parsed. */
export type PhraseSets = ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;
