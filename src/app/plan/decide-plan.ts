import { Problem } from '../../kernel/problem.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import type { PlanRow } from '../../model/plan-row.ts';
import { advise } from '../advice/advise.ts';
import { unknownObjective } from '../advice/unknown-objective.ts';
import { plainLine } from '../workspace/plain-line.ts';
import { resolveView } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type PlanView, presentRow } from './change-plan-row.ts';
import { plan } from './plan.ts';
import { planDay } from './plan-fields.ts';
import type { PlanHistory } from './plan-report.ts';

/** A row and the version that a decision on it was made from. */
export interface PlanRowAt {
  readonly objective: number;
  readonly version?: number | undefined;
}

/** What choosing a whole suggestion did. */
export interface ChosenPlan {
  /** The objectives whose targets are new in the plan. */
  readonly chosen: readonly number[];
  /** Those that have a row already: it is left as it is. */
  readonly left: readonly number[];
}

/**
 * Keeps what a plan is asked for, and takes the whole suggestion into the plan as proposed. A row that is there, proposed
 * or agreed, is left as it is, and so are rows that are not in the suggestion.
 * @throws Problem as `plan` does; BAD_VALUE
 */
export async function choosePlan(
  workspace: Workspace,
  view: PlanView,
  request: PlanRequest | null,
  who: string,
): Promise<ChosenPlan> {
  const by = plainLine('by', who, 100, 'Say who chooses: the journal names them.');
  const { suggestion, organisation, period, ...report } = await plan(workspace, view, request, {
    firm: false,
  });
  if (suggestion === null || report.request === null)
    throw new Problem('BAD_VALUE', {
      place: 'days',
      seen: 'nothing',
      allowed: 'officer-days that there are',
      repair: 'Say how many there are: nothing is kept with this plan yet.',
    });
  const asked = report.request;
  const given = new Set(
    suggestion.stepDays.filter(({ from }) => from === 'request').map(({ objective }) => objective),
  );
  const { records } = workspace;
  return records.writing(() => {
    records.plans.putSettings(organisation, { period, request: asked }, by);
    const rows = new Map(records.plans.rows(organisation, period).map((row) => [row.objective, row]));
    const chosen: number[] = [];
    const left: number[] = [];
    for (const { objective, level, days } of suggestion.targets) {
      const held = rows.get(objective);
      if (held !== undefined && held.state !== 'withdrawn') {
        left.push(objective);
        continue;
      }
      const row = {
        ...{ period, objective, target: level, owner: '', action: '', due: null, days },
        daysFrom: given.has(objective) ? ('given' as const) : ('assumed' as const),
        ...{ reason: '', evidence: '', notes: [], override: null, agreed: null, withdrawn: null },
        state: 'proposed' as const,
      };
      records.plans.putRow(organisation, { act: 'choose', row, from: held?.version ?? 0 }, by);
      chosen.push(objective);
    }
    return { chosen, left };
  });
}

/** Withdraws a row with the reason; who agreed it, if somebody did, stays in it. @throws Problem BAD_VALUE, ROW_CHANGED; as `advise` does */
export async function withdrawPlanRow(
  workspace: Workspace,
  view: PlanView,
  given: PlanRowAt & { readonly reason: string; readonly by: string },
): Promise<PlanRow> {
  const at = planOf(workspace, view, given.objective);
  const by = plainLine('by', given.by, 100, 'Say who withdraws it: the journal names them.');
  const withdrawn = plainLine('reason', given.reason, 1000, 'Say why it is withdrawn.');
  return workspace.records.writing(() => {
    const held = presentRow(workspace, at, given.objective, given.version);
    const row = { ...contentOf(held), state: 'withdrawn' as const, withdrawn };
    const from = given.version ?? held.version;
    return workspace.records.plans.putRow(at.organisation, { act: 'withdraw', row, from }, by);
  });
}

/** What is agreed: by whom, on which day, and the minute; all proposed rows, or those named, each at its version. */
export interface PlanAgreed {
  readonly agreedBy: string;
  readonly date: string;
  readonly minute: string;
  readonly rows?: readonly PlanRowAt[] | undefined;
  /** Who records it. */
  readonly by: string;
}

/**
 * Records who agreed rows that are proposed, all or nothing.
 * @returns the rows
 * @throws Problem BAD_VALUE where nothing is proposed, or a row is not; ROW_CHANGED; as `advise` does
 */
export async function agreePlan(
  workspace: Workspace,
  view: PlanView,
  given: PlanAgreed,
): Promise<readonly PlanRow[]> {
  const at = planOf(workspace, view, null);
  const agreed = {
    by: plainLine('agreedBy', given.agreedBy, 200, 'Say who agreed: a person or a committee.'),
    date: planDay('date', given.date),
    minute: plainLine('minute', given.minute, 200, 'Name the minute or paper that says so.'),
  };
  const by = plainLine('by', given.by, 100, 'Say who records it: the journal names them.');
  const { records } = workspace;
  return records.writing(() => {
    const proposed = records.plans
      .rows(at.organisation, at.period)
      .filter(({ state }) => state === 'proposed');
    const wanted = given.rows ?? proposed.map(({ objective, version }) => ({ objective, version }));
    if (wanted.length === 0) throw nothingProposed(at);
    return wanted.map(({ objective, version }) => {
      const held = presentRow(workspace, at, objective, version);
      const from = version ?? held.version;
      const row = { ...contentOf(held), agreed, state: 'agreed' as const };
      if (held.version === from && held.state !== 'proposed') throw nothingProposed(at, held);
      return records.plans.putRow(at.organisation, { act: 'agree', row, from }, by);
    });
  });
}

/** Takes back the last change of a row; null where its choice was taken back, and no row is left. @throws Problem BAD_VALUE, ROW_CHANGED; as `advise` does */
export async function undoPlanRow(
  workspace: Workspace,
  view: PlanView,
  given: PlanRowAt & { readonly by: string },
): Promise<PlanRow | null> {
  const at = planOf(workspace, view, given.objective);
  const by = plainLine('by', given.by, 100, 'Say who takes it back: the journal names them.');
  const { objective, version } = given;
  return workspace.records.writing(() => {
    const held = presentRow(workspace, at, objective, version);
    const row = { period: at.period, objective, version: version ?? held.version };
    return workspace.records.plans.undoRow(at.organisation, row, by);
  });
}

/** Every change of the row of an objective, oldest first; none where it never had one. @throws Problem UNKNOWN_OBJECTIVE; as `advise` does */
export async function planHistory(
  workspace: Workspace,
  view: PlanView,
  objective: number,
): Promise<PlanHistory> {
  const { advice } = await advise(workspace, view);
  const { organisation, period, framework } = advice;
  const found = advice.objectives.find((each) => each.objective === objective);
  if (found === undefined) throw unknownObjective(workspace.pack(framework), objective);
  const { name, section } = found;
  const changes = workspace.records.plans.history(organisation, period, objective);
  return { schema: 1, ...{ framework, organisation, period, objective, name, section }, changes };
}

function planOf(workspace: Workspace, view: PlanView, objective: number | null) {
  const { organisation, pack, input } = resolveView(workspace, view);
  if (objective !== null && !pack.framework.objectives.some(({ number }) => number === objective))
    throw unknownObjective(pack, objective);
  return { organisation: organisation.id, period: input.period };
}

function contentOf({ version: _v, by: _b, at: _a, ...content }: PlanRow) {
  return content;
}

function nothingProposed(
  { organisation, period }: { readonly organisation: string; readonly period: string },
  row?: PlanRow,
): Problem {
  return new Problem('BAD_VALUE', {
    place: `${organisation}, ${period}${row === undefined ? '' : `, objective ${row.objective}`}`,
    seen: row === undefined ? 'no row that is proposed' : row.state,
    allowed: 'rows that are proposed',
    repair: 'Choose targets first: agreed and withdrawn ones are not agreed again.',
  });
}
