import { type Advice, scoredAdvice } from '../../model/advice.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import type { PlanRow } from '../../model/plan-row.ts';
import { choosePlan } from '../../planning/choose-plan.ts';
import { advise } from '../advice/advise.ts';
import { choiceWithUptake } from '../benchmark/advice-uptake.ts';
import { choosePanel } from '../benchmark/choose-panel.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlannedRow, PlanReport } from './plan-report.ts';

/**
 * The suggestion for a request beside the rows that were chosen. Without a request it is made for what is kept with the
 * plan, and is null where nothing is kept.
 * @param panel the id of the panel whose peers are asked how often they made a step, which must fit; else the usual
 * @param firm whether the firmness of the suggestion is worked out too
 * @throws Problem PLAN_IMPOSSIBLE, UNKNOWN_OBJECTIVE, BAD_VALUE; as `advise` does; as `choosePanel` does for a panel
 */
export async function plan(
  workspace: Workspace,
  view: ViewOf,
  request: PlanRequest | null = null,
  { firm = true, panel = null }: { readonly firm?: boolean; readonly panel?: string | null } = {},
): Promise<PlanReport> {
  const { advice } = await advise(workspace, view);
  const { framework, organisation, basedOn, period, pack } = advice;
  if (panel !== null) choosePanel(workspace, workspace.records.organisation(organisation), panel);
  const { links, planning: rules } = workspace.pack(framework);
  const { held, rows } = workspace.records.reading(() => ({
    held: workspace.records.plans.settings(organisation, period),
    rows: workspace.records.plans.rows(organisation, period),
  }));
  const asked = request ?? held?.request ?? null;
  const choice = asked === null ? null : choosePlan({ advice, links, rules, request: asked }, { firm });
  return {
    schema: 1,
    ...{ framework, organisation, basedOn, period, pack },
    request: asked,
    requestFrom: request !== null ? 'request' : asked === null ? 'none' : 'kept',
    suggestion: choice === null ? null : await choiceWithUptake(workspace, choice, panel),
    rows: plannedRows(advice, rows),
    days: rows.reduce((sum, { state, days }) => sum + (state === 'withdrawn' ? 0 : days), 0),
    note: rules.note,
  };
}

/** Rows beside the score and the ceiling of their objectives. */
function plannedRows(advice: Advice, rows: readonly PlanRow[]): readonly PlannedRow[] {
  const scored = new Map(scoredAdvice(advice).map((each) => [each.objective, each]));
  const named = new Map(advice.objectives.map((each) => [each.objective, each]));
  return rows.map((row) => {
    const of = scored.get(row.objective);
    const ceiling = of?.ceiling.level ?? null;
    return {
      ...row,
      name: named.get(row.objective)?.name ?? '',
      section: named.get(row.objective)?.section ?? '',
      score: of?.score.label ?? null,
      ceiling,
      aboveCeiling: ceiling !== null && row.target > ceiling,
    };
  });
}
