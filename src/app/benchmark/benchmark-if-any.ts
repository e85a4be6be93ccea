import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { benchmark } from './benchmark.ts';
import { inPanelIfAny } from './in-panel-if-any.ts';

/**
 * An organisation beside all organisations of the panel that fits, in a period, for a part of a larger document; null
 * where there is none, where there are several and none is the usual, or where the panel does not have the period.
 * @throws Problem UNKNOWN_ORGANISATION; those of the pack
 */
export async function benchmarkIfAny(
  workspace: Workspace,
  organisation: string,
  period: string,
): Promise<BenchmarkReport | null> {
  return inPanelIfAny(workspace, organisation, null, async ({ panel }) =>
    panel.periods.includes(period) ? benchmark(workspace, { organisation, panel: panel.id, period }) : null,
  );
}
