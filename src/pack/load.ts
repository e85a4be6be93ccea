import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import { freeze } from '../kernel/freeze.ts';
import { checkContent } from './check-content.ts';
import type { Pack } from './pack.ts';
import { readPack } from './read-pack.ts';
import { refuse } from './refuse.ts';

/**
 * The pack in a folder, checked and frozen.
 * @throws Problem PACK_BROKEN that names every diagnostic, FILE_MISSING and the like for a file that cannot be read
 */
export function loadPack(folder: string): Pack {
  const reading = readPack(folder);
  const [problem] = reading.problems;
  if (problem !== undefined) throw problem;
  const { content } = reading;
  if (content === null) throw refuse(folder, reading.texts, reading.diagnostics);
  const { sets, diagnostics } = checkContent(content, reading.origins);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw refuse(folder, reading.texts, diagnostics);
  const { cases: _, ...hashed } = content;
  const { id, version } = content.framework;
  return freeze({ ...content, id, version, sha256: sha256(canonicalJson(hashed)), phrases: sets });
}
