import type { PlanView } from '../../app/plan/change-plan-row.ts';
import { writtenRequest } from '../../app/plan/written-request.ts';
import type { WhatIfRequest } from '../../app/what-if/what-if-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { planAsks } from '../../pages/plan-view.ts';
import type { FormFields } from '../forms/form-fields.ts';

/** What an address asks a plan for; null where it asks for nothing. @throws Problem BAD_VALUE, UNKNOWN_OBJECTIVE; as `advise` does */
export async function requestOf(
  workspace: Workspace,
  view: PlanView,
  asks: Readonly<Record<string, string>>,
): Promise<PlanRequest | null> {
  const { days, minimum, lock, weight, effort, levels } = asks;
  if (days === undefined) {
    const stray = planAsks.find((name) => asks[name] !== undefined);
    if (stray === undefined) return null;
    throw new Problem('BAD_VALUE', {
      place: stray,
      seen: 'no days',
      repair: 'Say how many officer-days there are.',
    });
  }
  return writtenRequest(workspace, planViewOf(view), {
    days: wholeIn('days', days),
    ...{ minimum: pairs(minimum), lock: pairs(lock), weight: pairs(weight), effort: pairs(effort) },
    levels: levels === undefined ? undefined : wholeIn('levels', levels),
  });
}

/** The same for a what-if, where officer-days need not be said. @throws Problem as `requestOf` does */
export async function whatIfRequestOf(
  workspace: Workspace,
  view: PlanView,
  asks: Readonly<Record<string, string>>,
): Promise<WhatIfRequest | null> {
  if (planAsks.every((name) => asks[name] === undefined)) return null;
  const request = await requestOf(workspace, view, { ...asks, days: asks['days'] ?? '0' });
  return request === null ? null : { ...request, days: asks['days'] === undefined ? null : request.days };
}

function wholeIn(place: string, written: string): number {
  if (/^\d{1,6}$/.test(written.trim())) return Number(written);
  throw new Problem('BAD_VALUE', {
    place,
    seen: written.slice(0, 40),
    allowed: 'a whole number from 0',
    repair: 'Give another number.',
  });
}

function pairs(written: string | undefined): readonly string[] | undefined {
  return written?.split(/[,;]/).filter((pair) => pair.trim() !== '');
}

/** What of a query is asked of a plan. */
export function asksOf(others: Readonly<Record<string, string>>): FormFields {
  return Object.fromEntries(
    planAsks.flatMap((name) => (others[name] === undefined ? [] : [[name, others[name]]])),
  );
}

/** A view without its what-ifs: whose plan, and for which period. */
export function planViewOf({ organisation, period }: PlanView): PlanView {
  return { organisation, ...(period === undefined ? {} : { period }) };
}
