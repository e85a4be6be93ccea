import type { PlanFrontierRow } from '../../charts/rows.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { frontierRows } from '../../planning/frontier-rows.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { plan } from './plan.ts';

/**
 * Gain against officer-days for a request, by days ascending; without one for what is kept with the plan, and where
 * nothing is kept for no demands, with no row chosen.
 * @throws Problem as `plan` does
 */
export async function planFrontier(
  workspace: Workspace,
  view: ViewOf,
  request: PlanRequest | null,
): Promise<readonly PlanFrontierRow[]> {
  const asked = await plan(workspace, view, request, { firm: false });
  const { suggestion } =
    asked.suggestion === null ? await plan(workspace, view, { days: 0 }, { firm: false }) : asked;
  if (suggestion === null) throw new Error('a plan of 0 days has no suggestion');
  const said = asked.request !== null;
  const note = suggestion.stepDays.some(({ from }) => from === 'assumed') ? suggestion.note : '';
  return frontierRows(suggestion).map(
    (row): PlanFrontierRow => ({
      ...row,
      chosen: said && row.chosen,
      budget: said ? row.budget : null,
      note,
    }),
  );
}
