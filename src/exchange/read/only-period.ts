import { diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import type { DocumentReading } from './document-reading.ts';

/**
 * A reading with the assessment of one period alone, and a finding where it had others; as it is where none is named.
 * @throws Problem USAGE where it has no assessment of that period
 */
export function onlyPeriod(
  reading: DocumentReading,
  period: string | undefined,
  file: string,
): DocumentReading {
  if (period === undefined) return reading;
  const all = reading.assessments.map((assessment) => assessment.period).join(', ');
  const assessments = reading.assessments.filter((assessment) => assessment.period === period);
  if (assessments.length === 0)
    throw new Problem('USAGE', {
      file,
      place: 'period',
      seen: period,
      allowed: all,
      repair: 'The document has these periods; name one of them, or none to take all.',
    });
  if (assessments.length === reading.assessments.length) return reading;
  const left = diagnose('document/period-differs', {
    file,
    place: 'its headings',
    seen: all,
    allowed: period,
    repair: 'Only the named period is imported.',
  });
  return { ...reading, assessments, diagnostics: [...reading.diagnostics, left] };
}
