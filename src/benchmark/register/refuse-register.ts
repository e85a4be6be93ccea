import { type Diagnostic, describeDiagnostic } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';

/** Refuses a list that has errors. @throws Problem REGISTER_REFUSED with the first three of them, and all as data */
export function refuseRegister(found: readonly Diagnostic[], file: string): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const shown = errors.slice(0, 3).map(describeDiagnostic);
  const more = errors.length - shown.length;
  throw new Problem('REGISTER_REFUSED', {
    file,
    place: first.place,
    seen: `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}: ${shown.join(' ')}${more > 0 ? ` (and ${more} more)` : ''}`,
    repair: 'Mend the list, and add it again.',
    data: { findings: errors },
  });
}
