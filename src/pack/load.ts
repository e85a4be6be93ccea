import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import { type Diagnostic, describeDiagnostic } from '../kernel/diagnostics.ts';
import { freeze } from '../kernel/freeze.ts';
import { Problem } from '../kernel/problem.ts';
import { checkContent } from './check-content.ts';
import { locate } from './locate.ts';
import type { Pack } from './pack.ts';
import { type PackReading, readPack } from './read-pack.ts';

const mostShown = 10;

/**
 * The pack in a folder, checked and frozen.
 * @throws Problem PACK_BROKEN that names every diagnostic, FILE_MISSING and the like for a file that cannot be read
 */
export function loadPack(folder: string): Pack {
  const reading = readPack(folder);
  const [problem] = reading.problems;
  if (problem !== undefined) throw problem;
  const { content } = reading;
  if (content === null) throw refusal(folder, reading, reading.diagnostics);
  const { sets, diagnostics } = checkContent(content, reading.origins);
  if (diagnostics.some(({ severity }) => severity === 'error')) throw refusal(folder, reading, diagnostics);
  const { cases: _, ...hashed } = content;
  const { id, version } = content.framework;
  return freeze({ ...content, id, version, sha256: sha256(canonicalJson(hashed)), phrases: sets });
}

function refusal(folder: string, { texts }: PackReading, diagnostics: readonly Diagnostic[]): Problem {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const shown = locate(errors.slice(0, mostShown), texts).map(describeDiagnostic);
  return new Problem('PACK_BROKEN', {
    file: folder,
    seen: `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`,
    repair: `Mend these:\n${shown.join('\n')}`,
  });
}
