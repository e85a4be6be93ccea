import { Problem } from '../../kernel/problem.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/**
 * The period in which an organisation is compared: the one asked for, else the latest that both the panel and the
 * organisation have, else the panel's latest.
 * @throws Problem UNKNOWN_PERIOD
 */
export function chosenPeriod(
  workspace: Workspace,
  organisation: Organisation,
  { id, periods, framework }: Panel,
  wanted: string | undefined,
): string {
  if (wanted !== undefined) {
    if (periods.includes(wanted)) return wanted;
    throw new Problem('UNKNOWN_PERIOD', {
      place: `the panel ${id}`,
      seen: wanted,
      allowed: periods.join(', ') || 'none yet',
      repair: 'Choose one of these.',
    });
  }
  const own = closedAssessments(workspace, organisation.id).flatMap((each) =>
    each.framework === framework ? [each.period] : [],
  );
  const found = periods.findLast((period) => own.includes(period)) ?? periods.at(-1);
  if (found !== undefined) return found;
  throw new Problem('UNKNOWN_PERIOD', {
    place: `the panel ${id}`,
    seen: 'no period',
    repair: 'Add rows to it: headroom panel add FILE --panel ID.',
  });
}
