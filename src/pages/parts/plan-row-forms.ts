import type { PlannedRow } from '../../app/plan/plan-report.ts';
import type { PageContext } from '../frame/page-context.ts';
import { type planForms, rowFieldLabels, rowFields } from './plan-forms.ts';
import { levelWords } from './words.ts';

type MakeForm = ReturnType<typeof planForms>;
type Fields = Parameters<MakeForm>[3];

/** The forms of a row of the plan: to change it, to withdraw it where it stands, and to take its last change back. */
export function planRowForms(context: PageContext, form: MakeForm, row: PlannedRow, name: Fields[number]) {
  const { objective, version } = row;
  const hidden = { objective: String(objective), version: String(version) };
  const what = `${objective} ${row.name}`;
  const change = form(
    `row-${objective}`,
    row.state === 'withdrawn'
      ? { title: 'Choose it again', what, button: 'Choose it again' }
      : { title: 'Change it', what, button: 'Save changes' },
    hidden,
    [...planRowFields(context, row), name],
  );
  const withdraw = form(
    `withdraw-${objective}`,
    { title: 'Withdraw it', what, button: 'Withdraw it' },
    hidden,
    [['reason', 'Why it is withdrawn', ''], name],
  );
  const undo = form(
    `undo-${objective}`,
    { title: 'Take the last change back', what, button: 'Take it back' },
    hidden,
    [name],
  );
  return row.state === 'withdrawn' ? [change, undo] : [change, withdraw, undo];
}

const hints: Readonly<Record<string, string>> = {
  target: 'The level to reach',
  due: 'Such as 2025-03-31',
  override: 'One sentence; only for a target above the ceiling',
  evidence: 'What will show it. For officers: in no document',
  internal: 'In no document',
  public: 'In documents too',
};

/** The fields of a row, filled from it; null for one that is to be added. */
export function planRowFields({ framework }: PageContext, row: PlannedRow | null): Fields {
  const values = rowFields(row);
  return Object.entries(rowFieldLabels).map(([name, label]) => [
    name,
    label,
    values[name] ?? '',
    {
      hint: row === null && name === 'days' ? 'Leave it empty for what is suggested' : (hints[name] ?? ''),
      ...(name === 'target'
        ? {
            kind: 'select',
            options: [
              ...(row === null ? [['', 'As suggested'] as const] : []),
              ...framework.levels.map(({ level }) => [String(level), levelWords(framework, level)] as const),
            ],
          }
        : { kind: ['action', 'reason', 'internal', 'public'].includes(name) ? 'area' : 'line' }),
    },
  ]);
}
