import { type Diagnostic, describeDiagnostic } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';

/** Refuses a document that has errors. @throws Problem DOCUMENT_REFUSED with the first of them and their count */
export function refuseErrors(found: readonly Diagnostic[], file: string): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const shown = errors.slice(0, 3).map(describeDiagnostic);
  const more = errors.length - shown.length;
  throw new Problem('DOCUMENT_REFUSED', {
    file,
    place: first.place,
    seen: `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}: ${shown.join(' ')}${more > 0 ? ` (and ${more} more)` : ''}`,
    repair: 'Mend the document, or add corrections, and import it again.',
  });
}
