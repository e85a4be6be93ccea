import type { BenchmarkReport } from '../../model/benchmark-report.ts';

/** Why a benchmark says nothing of steps from one period to the next; null where it does. */
export function noUptakeSentence({
  uptake,
  comparison,
}: Pick<BenchmarkReport, 'uptake' | 'comparison'>): string | null {
  return uptake === null
    ? `The panel does not have the period before ${comparison.period}, so nothing can be said of steps from one period to the next.`
    : null;
}
