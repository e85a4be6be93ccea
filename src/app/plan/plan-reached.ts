import { Problem } from '../../kernel/problem.ts';
import { scoredAdvice } from '../../model/advice.ts';
import { rowOf } from '../../model/assessment.ts';
import { midpoint } from '../../model/score.ts';
import { progress } from '../../planning/progress.ts';
import { advise } from '../advice/advise.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlanView } from './change-plan-row.ts';
import type { PlanReached } from './plan-report.ts';

/**
 * What was planned for a period against the scores of its return. Ceilings are those known when the plan was made.
 * Withdrawn rows are no targets.
 * @param view with the period of a finished return; the latest that had a plan unless said, else the latest
 * @throws Problem UNKNOWN_PERIOD where there is no return of it; as `advise` does
 */
export async function planReached(workspace: Workspace, view: PlanView): Promise<PlanReached> {
  const { records } = workspace;
  const { organisation } = view;
  const assessments = closedAssessments(workspace, organisation);
  const latest = assessments.findLast(({ period }) => records.plans.rows(organisation, period).length > 0);
  const period = view.period ?? (latest ?? assessments.at(-1))?.period;
  const now = assessments.find((each) => each.period === period);
  if (now === undefined || period === undefined)
    throw new Problem('UNKNOWN_PERIOD', {
      place: organisation,
      seen: period ?? 'nothing',
      allowed: assessments.map((each) => each.period).join(', ') || 'none yet',
      repair: 'What was reached is known once the return of that period is in.',
    });
  const { advice } = await advise(workspace, { organisation, period });
  const rows = records.plans.rows(organisation, period).filter(({ state }) => state !== 'withdrawn');
  const targets = new Map(rows.map((row) => [row.objective, row.target]));
  const scoreNow = (objective: number) => {
    const row = rowOf(now, objective);
    return row?.state === 'scored' ? row.score : null;
  };
  const scored = scoredAdvice(advice);
  const measured = progress(
    scored.map(({ objective, score, ceiling }) => {
      const later = scoreNow(objective);
      return {
        objective,
        start: midpoint(score),
        now: later === null ? null : midpoint(later),
        target: targets.get(objective) ?? null,
        ceiling: ceiling.level,
      };
    }),
  );
  const { framework, basedOn, objectives } = advice;
  return {
    schema: 1,
    ...{ framework, organisation, basedOn, period, progress: measured },
    rows: rows.map(({ objective, target, owner, action }) => {
      const later = scoreNow(objective);
      const named = objectives.find((each) => each.objective === objective);
      return {
        ...{ objective, name: named?.name ?? '', section: named?.section ?? '' },
        start: scored.find((each) => each.objective === objective)?.score.label ?? null,
        ...{
          target,
          now: later?.label ?? null,
          reached: later !== null && later.achieved >= target,
          owner,
          action,
        },
      };
    }),
  };
}
