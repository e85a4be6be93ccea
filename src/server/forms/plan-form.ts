import {
  changePlanRow,
  choosePlanRow,
  type PlanRowEdit,
  type PlanView,
} from '../../app/plan/change-plan-row.ts';
import { agreePlan, choosePlan, undoPlanRow, withdrawPlanRow } from '../../app/plan/decide-plan.ts';
import { confirmAction } from '../../app/plan/open-actions.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { planFieldLabel, type RefusedPlan, rowFieldLabels } from '../../pages/parts/plan-forms.ts';
import type { planKept } from '../../pages/plan-view.ts';
import { isMendableAnywhere, partsOf } from '../refusals/mendable-anywhere.ts';
import { type FormFields, unusableForm } from './form-fields.ts';

/** Does what a form of the page of the plan asks for, and says what it was. @throws Problem as the use cases do */
export async function doPlanForm(
  workspace: Workspace,
  view: PlanView,
  request: PlanRequest | null,
  fields: FormFields,
): Promise<keyof typeof planKept> {
  const { form = '', by = '' } = fields;
  const objective = () => numberIn('objective', fields['objective']);
  const version = () => numberIn('version', fields['version']);
  switch (form.replace(/-\d+$/, '')) {
    case 'suggestion':
      await choosePlan(workspace, view, request, by);
      return 'suggestion';
    case 'add':
      await choosePlanRow(workspace, view, editIn(fields, objective(), version()));
      return 'row';
    case 'row': {
      const edit = editIn(fields, objective(), version());
      const held = (await presentState(workspace, view, edit.objective)) ?? 'withdrawn';
      await (held === 'withdrawn' ? choosePlanRow : changePlanRow)(workspace, view, edit);
      return 'row';
    }
    case 'withdraw':
      await withdrawPlanRow(workspace, view, {
        ...{ objective: objective(), version: version(), reason: fields['reason'] ?? '', by },
      });
      return 'withdrawn';
    case 'undo':
      await undoPlanRow(workspace, view, { objective: objective(), version: version(), by });
      return 'undone';
    case 'agree': {
      const { agreedBy = '', date = '', minute = '' } = fields;
      await agreePlan(workspace, view, { agreedBy, date, minute, by, rows: rowsIn(fields['rows'] ?? '') });
      return 'agreed';
    }
    case 'action': {
      const { outcome = '', action = '' } = fields;
      await confirmAction(workspace, view, { objective: objective(), outcome, action, by });
      return 'action';
    }
    default:
      throw unusableForm(form.slice(0, 80) || 'no form');
  }
}

/** What the page says of a form that could not be carried out; what the form cannot mend is thrown on. */
export function refusedPlan(thrown: Problem, values: FormFields): RefusedPlan {
  const { form = '' } = values;
  const mendable = ['BAD_VALUE', 'UNKNOWN_OBJECTIVE', 'PLAN_IMPOSSIBLE'];
  const can = isMendableAnywhere(thrown) || mendable.includes(thrown.code);
  if (!can || thrown.detail.place === 'form' || !/^[a-z]{1,20}(-\d{1,6})?$/.test(form)) throw thrown;
  const { place = '', seen, allowed, repair } = partsOf(thrown);
  const field =
    thrown.code === 'UNKNOWN_OBJECTIVE' ? 'objective' : place.startsWith('target of') ? 'target' : place;
  const known = field in values && !['form', 'version', 'rows'].includes(field);
  const parts = [
    ...(seen === undefined || seen === 'nothing' ? [] : [`Seen: ${seen}.`]),
    ...(allowed === undefined ? [] : [`Allowed: ${allowed}.`]),
  ];
  const label = known ? planFieldLabel(field) : null;
  const lead = label === null ? [] : [`${label}:`];
  return { form, field: known ? field : null, message: [...lead, repair, ...parts].join(' '), values };
}

async function presentState(workspace: Workspace, { organisation, period }: PlanView, objective: number) {
  const { advise } = await import('../../app/advice/advise.ts');
  const { advice } = await advise(workspace, { organisation, ...(period === undefined ? {} : { period }) });
  const rows = workspace.records.plans.rows(organisation, advice.period);
  return rows.find((row) => row.objective === objective)?.state;
}

function editIn(fields: FormFields, objective: number, version: number): PlanRowEdit {
  const { owner, action, due, reason, override, evidence, by = '' } = fields;
  const number = (name: string) => (fields[name]?.trim() ? numberIn(name, fields[name].trim()) : undefined);
  const noted = 'internal' in fields || 'public' in fields;
  return {
    ...{ objective, version, by, owner, action, due, reason, override, evidence },
    ...{ target: number('target'), days: number('days') },
    notes: noted
      ? [
          { text: fields['internal'] ?? '', audience: 'internal' },
          { text: fields['public'] ?? '', audience: 'for-publication' },
        ]
      : undefined,
  };
}

function rowsIn(written: string) {
  return written.split(' ').map((pair) => {
    const [, objective, version] = /^(\d{1,6}):(\d{1,9})$/.exec(pair) ?? [];
    if (objective === undefined) throw unusableForm(`rows ${pair.slice(0, 40)}`);
    return { objective: Number(objective), version: Number(version) };
  });
}

function numberIn(name: string, written: string | undefined): number {
  if (written !== undefined && /^\d{1,9}$/.test(written.trim())) return Number(written);
  if (name !== 'version')
    throw new Problem('BAD_VALUE', {
      place: name,
      seen: written?.slice(0, 40) || 'nothing',
      allowed: 'a whole number',
      repair: `Give a whole number for ${(rowFieldLabels[name] ?? `the ${name}`).toLowerCase()}.`,
    });
  throw unusableForm(`${name} ${written?.slice(0, 40) ?? 'not said'}`);
}
