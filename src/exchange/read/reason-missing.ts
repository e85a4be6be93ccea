import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { AssessmentRow } from '../../model/assessment.ts';

/** A warning where a row is not applicable and nothing says why; none for any other row. */
export function reasonMissing(row: AssessmentRow, file: string, place: string): readonly Diagnostic[] {
  if (row.state !== 'not-applicable' || row.reason !== '') return [];
  return [
    diagnose('document/reason-missing', {
      file,
      place,
      seen: '"N/A" alone',
      allowed: '',
      repair: 'It is read as not applicable; say in its comment why, so that others can follow.',
    }),
  ];
}
