import type { Assessment } from '../../src/model/assessment.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { NewImport } from '../../src/records/import-steps.ts';

export const northfield: Organisation = {
  id: 'northfield',
  name: 'Northfield',
  framework: 'ladder',
  example: null,
};

/** Three objectives of one period, scored as given; the third is not applicable. */
export function assessment(period: string, first: number, second = 3): Assessment {
  const score = (achieved: number) => ({ label: String(achieved), achieved, workingTowards: null });
  return {
    framework: 'ladder',
    organisation: 'northfield',
    period,
    rows: [
      { objective: 1, state: 'scored', score: score(first), text: `“Quoted” in ${period}` },
      { objective: 2, state: 'scored', score: score(second), text: 'Commentary: \u{1F4C8} – as before' },
      { objective: 3, state: 'not-applicable', reason: 'No such service', text: '' },
    ],
  };
}

/** A document that brings assessments. */
export function document(assessments: readonly Assessment[], file = 'return.txt', sha256 = 'aa'): NewImport {
  return { organisation: 'northfield', assessments, source: { file, sha256 }, diagnostics: [] };
}
