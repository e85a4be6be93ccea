import { Problem } from '../../kernel/problem.ts';
import { type Advice, type ScoredAdvice, scoredAdvice } from '../../model/advice.ts';
import { topLevel } from '../../model/framework.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { type PlanNote, type PlanRow, planBounds } from '../../model/plan-row.ts';
import type { Pack } from '../../pack/pack.ts';
import { requestedDays, saidDays } from '../../planning/step-days.ts';
import type { NewPlanRow } from '../../records/plan-rows.ts';
import { advise } from '../advice/advise.ts';
import { unknownObjective } from '../advice/unknown-objective.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { planDay, planDays, planLine, planNotes, planText } from './plan-fields.ts';

/** Whose plan is changed, and for which period: the one after the latest return unless said. */
export type PlanView = Pick<ViewOf, 'organisation' | 'period'>;

/** What somebody says of a row; what is left out stays as it is, or is as suggested in a new row. */
export interface PlanRowEdit {
  readonly objective: number;
  /** The version that it was made from; left out, or 0, where there is no row yet. */
  readonly version?: number | undefined;
  readonly target?: number | undefined;
  readonly owner?: string | undefined;
  readonly action?: string | undefined;
  /** A day such as 2026-05-01; empty or null for none. */
  readonly due?: string | null | undefined;
  readonly days?: number | undefined;
  readonly reason?: string | undefined;
  readonly evidence?: string | undefined;
  readonly notes?: readonly PlanNote[] | undefined;
  /** For a target above the ceiling: why the earlier reason no longer holds; empty or null for none. */
  readonly override?: string | null | undefined;
  readonly by: string;
}

/**
 * Chooses a target for an objective that has none in the plan, or whose target was withdrawn. Target and officer-days are
 * those that the advice and the rules suggest unless said; the row is proposed.
 * @throws Problem ROW_CHANGED where the objective has one; BAD_VALUE, UNKNOWN_OBJECTIVE; as `advise` does
 */
export async function choosePlanRow(
  workspace: Workspace,
  view: PlanView,
  edit: PlanRowEdit,
): Promise<PlanRow> {
  const standing = await standingOf(workspace, view, edit.objective);
  const { advice } = standing;
  const by = plainLine('by', edit.by, 100, 'Say who chooses: the journal names them.');
  return workspace.records.writing(() => {
    const held = heldRow(workspace, advice, edit.objective);
    const withdrawn = held?.state === 'withdrawn' ? held : undefined;
    const row = edited(standing, withdrawn ?? newRow(standing), edit);
    const from = edit.version ?? withdrawn?.version ?? 0;
    const change = {
      act: 'choose',
      row: { ...row, state: 'proposed', agreed: null, withdrawn: null },
      from,
    } as const;
    return workspace.records.plans.putRow(advice.organisation, change, by);
  });
}

/**
 * Changes a row that is there. A row whose target changes is no longer agreed: it is proposed again, and its history
 * keeps who agreed the target before.
 * @throws Problem ROW_CHANGED where it is not at the version of the edit; BAD_VALUE, UNKNOWN_OBJECTIVE; as `advise` does
 */
export async function changePlanRow(
  workspace: Workspace,
  view: PlanView,
  edit: PlanRowEdit,
): Promise<PlanRow> {
  const standing = await standingOf(workspace, view, edit.objective);
  const { advice } = standing;
  const by = plainLine('by', edit.by, 100, 'Say who changes it: the journal names them.');
  return workspace.records.writing(() => {
    const held = presentRow(workspace, advice, edit.objective, edit.version);
    if (held.state === 'withdrawn') throw withdrawnRow(held);
    const row = edited(standing, held, edit);
    const agreed = row.target === held.target ? held.agreed : null;
    const change = {
      act: 'change',
      row: { ...row, agreed, state: agreed === null ? 'proposed' : held.state },
      from: edit.version ?? held.version,
    } as const;
    return workspace.records.plans.putRow(advice.organisation, change, by);
  });
}

/** The row of a plan that a change is about. @throws Problem BAD_VALUE where there is none, or the change names no version of it */
export function presentRow(
  workspace: Workspace,
  advice: Pick<Advice, 'organisation' | 'period'>,
  objective: number,
  version: number | undefined,
): PlanRow {
  const held = heldRow(workspace, advice, objective);
  if (held === undefined)
    throw new Problem('BAD_VALUE', {
      place: `${advice.organisation}, ${advice.period}, objective ${objective}`,
      seen: 'no target in the plan',
      repair: 'Choose one for it first.',
    });
  if (version !== undefined) return held;
  throw new Problem('BAD_VALUE', {
    place: 'version',
    seen: 'nothing',
    allowed: `${held.version}, by ${held.by}: target ${held.target}, ${held.state}`,
    repair: 'Look at the row as it is, and say its version with your change.',
  });
}

function heldRow(
  workspace: Workspace,
  { organisation, period }: Pick<Advice, 'organisation' | 'period'>,
  objective: number,
): PlanRow | undefined {
  return workspace.records.plans.rows(organisation, period).find((row) => row.objective === objective);
}

interface StandingOf {
  readonly advice: Advice;
  readonly pack: Pack;
  readonly scored: ScoredAdvice;
  readonly request: Pick<PlanRequest, 'stepDays'>;
}

async function standingOf(workspace: Workspace, view: PlanView, objective: number): Promise<StandingOf> {
  const { advice } = await advise(workspace, view);
  const pack = workspace.pack(advice.framework);
  const found = advice.objectives.find((each) => each.objective === objective);
  if (found === undefined) throw unknownObjective(pack, objective);
  const scored = scoredAdvice(advice).find((each) => each.objective === objective);
  if (scored === undefined)
    throw new Problem('BAD_VALUE', {
      place: `objective ${objective}`,
      seen: found.state === 'scored' ? 'not scored' : `not scored: ${found.reason}`,
      allowed: 'an objective with a score',
      repair: 'Score it first: a target says where it goes from there.',
    });
  const request = workspace.records.plans.settings(advice.organisation, advice.period)?.request ?? {};
  return { advice, pack, scored, request };
}

function newRow({ advice, scored }: StandingOf): NewPlanRow {
  return {
    ...{ period: advice.period, objective: scored.objective },
    target: scored.target.openLevel ?? scored.target.level,
    ...{
      owner: '',
      action: '',
      due: null,
      days: 0,
      daysFrom: 'assumed',
      reason: '',
      evidence: '',
      notes: [],
    },
    ...{ override: null, state: 'proposed', agreed: null, withdrawn: null },
  };
}

function edited(standing: StandingOf, before: NewPlanRow, edit: PlanRowEdit): NewPlanRow {
  const target = checkedTarget(standing, edit.target ?? before.target);
  const { version: _v, by: _b, at: _a, ...kept } = { version: 0, by: '', at: '', ...before };
  return {
    ...kept,
    target,
    owner: edit.owner === undefined ? before.owner : planLine('owner', edit.owner, planBounds.owner),
    action: edit.action === undefined ? before.action : planText('action', edit.action, planBounds.action),
    due:
      edit.due === undefined
        ? before.due
        : edit.due === null || edit.due.trim() === ''
          ? null
          : planDay('due', edit.due),
    ...daysOf(standing, before, edit.days, target),
    reason: edit.reason === undefined ? before.reason : planText('reason', edit.reason, planBounds.reason),
    evidence:
      edit.evidence === undefined
        ? before.evidence
        : planText('evidence', edit.evidence, planBounds.evidence),
    notes: edit.notes === undefined ? before.notes : planNotes(edit.notes),
    override: overrideOf(standing, before, edit, target),
  };
}

function checkedTarget({ pack, scored }: StandingOf, target: number): number {
  const top = topLevel(pack.framework);
  const { achieved } = scored.score;
  if (Number.isInteger(target) && target >= achieved && target <= top) return target;
  throw new Problem('BAD_VALUE', {
    place: `target of objective ${scored.objective}`,
    seen: String(target),
    allowed: `${achieved} to ${top}`,
    repair: 'Give a level from the score to the top.',
  });
}

/** Officer-days as given, else those of the steps from the score to the target. */
function daysOf(
  { pack, scored, request }: StandingOf,
  before: NewPlanRow,
  given: number | undefined,
  target: number,
): Pick<PlanRow, 'days' | 'daysFrom'> {
  const assumed = before.daysFrom === 'assumed';
  if (given !== undefined && !(assumed && given === before.days && target === before.target && given !== 0))
    return { days: planDays(given), daysFrom: 'given' };
  if (!assumed) return { days: before.days, daysFrom: 'given' };
  const of = requestedDays(pack.planning, { days: 0, ...request });
  const said = saidDays(request.stepDays ?? []);
  const { objective, score } = scored;
  const steps = Array.from({ length: target - score.achieved }, (_, index) => score.achieved + index + 1);
  return {
    days: steps.reduce((sum, level) => sum + of(objective, level), 0),
    daysFrom: steps.some((level) => said(objective, level) !== undefined) ? 'given' : 'assumed',
  };
}

function overrideOf(
  { scored }: StandingOf,
  before: NewPlanRow,
  edit: PlanRowEdit,
  target: number,
): string | null {
  const { level, because } = scored.ceiling;
  const given = edit.override === undefined ? null : (edit.override?.trim() ?? '');
  if (target <= level) {
    if (given === null || given === '') return null;
    throw new Problem('BAD_VALUE', {
      place: 'override',
      seen: 'a sentence for a target within the ceiling',
      allowed: `none for a target up to ${level}`,
      repair: 'Leave it out, or put it in the reason.',
    });
  }
  const sentence = given ?? before.override ?? '';
  return plainLine(
    'override',
    sentence,
    1000,
    `The target ${target} is above the ceiling, ${level}. ${because} Say in one sentence why that no longer holds.`,
  );
}

function withdrawnRow(held: PlanRow): Problem {
  return new Problem('BAD_VALUE', {
    place: `${held.period}, objective ${held.objective}`,
    seen: `withdrawn: ${held.withdrawn ?? ''}`,
    allowed: 'a row that is proposed or agreed',
    repair: 'Choose the target again, or undo the withdrawal.',
  });
}
