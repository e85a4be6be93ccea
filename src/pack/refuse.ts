import { type Diagnostic, describeDiagnostic } from '../kernel/diagnostics.ts';
import { Problem } from '../kernel/problem.ts';
import { locate } from './locate.ts';

const mostShown = 10;

/** The problem for a pack with errors: it names the first of them, each with its line. */
export function refuse(
  folder: string,
  texts: ReadonlyMap<string, string>,
  diagnostics: readonly Diagnostic[],
): Problem {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const shown = locate(errors.slice(0, mostShown), texts).map(describeDiagnostic);
  return new Problem('PACK_BROKEN', {
    file: folder,
    seen: `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`,
    repair: `Mend these:\n${shown.join('\n')}`,
  });
}
