import { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { shorten } from '../../kernel/shorten.ts';
import { rowOf } from '../../model/assessment.ts';
import { ActionOutcome, type ConfirmedAction } from '../../model/plan-row.ts';
import { advise } from '../advice/advise.ts';
import { followUpReport } from '../trends/actions.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlanView } from './change-plan-row.ts';
import type { OpenAction } from './plan-report.ts';

const readWords = {
  done: 'The later comment reads as done.',
  'carried-on': 'The later comment reads as carried on.',
  changed: 'The later comment reads as changed.',
  'not-stated': 'The later comment does not say.',
} as const;

/**
 * The actions of the last period, with what became of each: those of its plan, and those in the comments of the return
 * before it. An action is open unless an officer says that it is done or dropped; where none says, a target that is
 * reached or a comment that reads as done closes it. Open ones are carried forward into the plan of the view.
 * @throws Problem as `advise` does
 */
export async function openActions(workspace: Workspace, view: PlanView): Promise<readonly OpenAction[]> {
  const { advice } = await advise(workspace, view);
  const { organisation, basedOn, objectives } = advice;
  const { records } = workspace;
  const named = (objective: number) => {
    const found = objectives.find((each) => each.objective === objective);
    return { objective, name: found?.name ?? '', section: found?.section ?? '' };
  };
  const said = (period: string, objective: number, action: string): ConfirmedAction | null =>
    records.plans
      .confirmedActions(organisation, period)
      .find((each) => each.objective === objective && each.action === action) ?? null;
  const now = records.assessment(organisation, basedOn);
  const planned = records.plans
    .rows(organisation, basedOn)
    .filter(({ state, action }) => state !== 'withdrawn' && action !== '')
    .map(({ objective, action, target, owner, due }): OpenAction => {
      const row = rowOf(now, objective);
      const reached = row?.state === 'scored' && row.score.achieved >= target;
      const confirmed = said(basedOn, objective, action);
      const reads = `The target ${target} was ${reached ? '' : 'not '}reached.`;
      return {
        source: 'plan',
        period: basedOn,
        ...named(objective),
        action,
        owner,
        due,
        reads,
        confirmed,
        open: isOpen(confirmed, reached),
      };
    });
  const periods = closedAssessments(workspace, organisation).map(({ period }) => period);
  if (periods.length < 2 || periods.at(-1) !== basedOn) return planned;
  const { from, actions } = await followUpReport(workspace, organisation);
  const commented = actions.map(({ objective, from: words, outcome }): OpenAction => {
    const action = words.quote;
    const confirmed = said(from, objective, action);
    return {
      ...{ source: 'comment', period: from, ...named(objective), action, owner: null, due: null },
      ...{ reads: readWords[outcome], confirmed, open: isOpen(confirmed, outcome === 'done') },
    };
  });
  return [...planned, ...commented].toSorted((a, b) => a.objective - b.objective);
}

/** What an officer says became of an action. */
export interface ActionSaid {
  readonly objective: number;
  readonly outcome: string;
  /** The action, or words of it; needed where the objective has several. */
  readonly action?: string | undefined;
  readonly by: string;
}

/** Keeps what became of one of the actions of the last period. @throws Problem BAD_VALUE; as `openActions` does */
export async function confirmAction(
  workspace: Workspace,
  view: PlanView,
  given: ActionSaid,
): Promise<OpenAction> {
  const by = plainLine('by', given.by, 100, 'Say who confirms it: the journal names them.');
  const { outcome } = given;
  if (!matches(ActionOutcome, outcome))
    throw new Problem('BAD_VALUE', {
      place: 'outcome',
      seen: outcome.slice(0, 40),
      allowed: 'done, continues, dropped',
      repair: 'Choose one of these.',
    });
  const there = (await openActions(workspace, view)).filter(({ objective }) => objective === given.objective);
  const words = given.action?.trim() ?? '';
  const exact = there.filter(({ action }) => action === words);
  const [one, second] = exact.length > 0 ? exact : there.filter(({ action }) => action.includes(words));
  if (one === undefined || second !== undefined)
    throw new Problem('BAD_VALUE', {
      place: `action of objective ${given.objective}`,
      seen: words === '' ? `${there.length} actions` : shorten(words),
      allowed: there.map(({ action }) => `“${shorten(action)}”`).join('; ') || 'none: it had no action',
      repair: 'Give words that only the action that is meant has.',
    });
  const { period, objective, action } = one;
  workspace.records.plans.putConfirmedAction(view.organisation, { period, objective, action, outcome }, by);
  const after = (await openActions(workspace, view)).find(
    (each) => each.period === period && each.objective === objective && each.action === action,
  );
  return after ?? one;
}

function isOpen(confirmed: ConfirmedAction | null, reads: boolean): boolean {
  return confirmed === null ? !reads : confirmed.outcome === 'continues';
}
