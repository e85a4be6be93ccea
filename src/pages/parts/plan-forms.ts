import type { PlannedRow } from '../../app/plan/plan-report.ts';
import type { PlanNote } from '../../model/plan-row.ts';

/** One field of a form. */
export interface PlanField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'line' | 'area' | 'select';
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly error: string | null;
}

/** One form of the page; `refused` where it could not be carried out. */
export interface PlanForm {
  readonly id: string;
  readonly title: string;
  /** What it is of, for those who hear it. */
  readonly what: string;
  readonly button: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly PlanField[];
  readonly refused: boolean;
}

/** A form that could not be carried out: which, at which field (null for the whole), why, and what was typed. */
export interface RefusedPlan {
  readonly form: string;
  readonly field: string | null;
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

type Option = readonly [value: string, text: string];

/** Makes forms that keep what was typed where one was refused. */
export function planForms(refused: RefusedPlan | null) {
  return (
    id: string,
    about: Pick<PlanForm, 'title' | 'what' | 'button'>,
    hidden: Readonly<Record<string, string>>,
    fields: readonly (readonly [
      name: string,
      label: string,
      value: string,
      more?: {
        readonly hint?: string;
        readonly kind?: PlanField['kind'];
        readonly options?: readonly Option[];
      },
    ])[],
  ): PlanForm => {
    const mine = refused?.form === id ? refused : null;
    return {
      ...{ id, ...about, refused: mine !== null },
      // As they saw it who typed: a later version must not be taken for seen.
      hidden: Object.entries({ form: id, ...hidden }).map(([name, value]) => ({
        name,
        value: mine?.values[name] ?? value,
      })),
      fields: fields.map(
        ([name, label, held, { hint = '', kind = 'line' as const, options = [] } = {}]): PlanField => {
          const value = mine?.values[name] ?? held;
          return {
            id: `${id}-${name}`,
            name,
            label,
            hint,
            kind,
            value,
            options: options.map(([of, text]) => ({ value: of, text, selected: of === value })),
            error: mine?.field === name ? mine.message : null,
          };
        },
      ),
    };
  };
}

/** What a form shows of a row, by field: empty where there is none. */
export function rowFields(row: PlannedRow | null): Readonly<Record<string, string>> {
  return {
    target: row === null ? '' : String(row.target),
    owner: row?.owner ?? '',
    action: row?.action ?? '',
    due: row?.due ?? '',
    days: row === null ? '' : String(row.days),
    reason: row?.reason ?? '',
    override: row?.override ?? '',
    evidence: row?.evidence ?? '',
    internal: notesFor(row?.notes ?? [], 'internal'),
    public: notesFor(row?.notes ?? [], 'for-publication'),
  };
}

/** The fields of a row in the order of its form, with their names on pages. */
export const rowFieldLabels: Readonly<Record<string, string>> = {
  target: 'Target',
  owner: 'Owner',
  action: 'Action',
  due: 'Due',
  days: 'Officer-days',
  reason: 'Reason',
  override: 'Why the earlier reason no longer holds',
  evidence: 'Evidence',
  internal: 'Notes for officers',
  public: 'Notes for publication',
};

/** The notes for an audience as one text. */
export function notesFor(notes: readonly PlanNote[], audience: PlanNote['audience']): string {
  return notes.flatMap((note) => (note.audience === audience ? [note.text] : [])).join('\n');
}

const otherLabels: Readonly<Record<string, string>> = {
  by: 'Your name',
  objective: 'The number of the objective',
  agreedBy: 'Who agreed',
  date: 'On which day',
  minute: 'The minute or paper that says so',
  outcome: 'Outcome',
};

/** The name of a field on the page; null for one that the page does not show. */
export function planFieldLabel(field: string): string | null {
  return rowFieldLabels[field] ?? otherLabels[field] ?? null;
}
