import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { RegisterForm } from '../../model/register-form.ts';
import type { RegisterTable } from './register-table.ts';

/** The form that a table is in, and where its headings depart from it. */
export interface FittedForm<Form> {
  readonly form: Form;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The form with most of its headings in a table, the first by id of several. A heading that the form needs and the
 * table lacks is a finding, as is one that stands there twice; what the form does not name is not looked at.
 * @param forms one at least
 */
export function fitForm<Form extends RegisterForm>(
  { file, headings }: RegisterTable,
  forms: readonly Form[],
): FittedForm<Form> {
  const there = (form: Form) => named(form).filter((heading) => headings.includes(heading)).length;
  const [form] = forms.toSorted((a, b) => there(b) - there(a));
  if (form === undefined) throw new Error('there is no form to choose from');
  const missing = needed(form).filter((heading) => !headings.includes(heading));
  const twice = named(form).filter((heading) => headings.indexOf(heading) !== headings.lastIndexOf(heading));
  const seen = headings.join(', ');
  return {
    form,
    diagnostics: [
      ...(missing.length === 0
        ? []
        : [
            diagnose('register/column-missing', {
              file,
              place: 'the headings',
              seen: seen.length > 200 ? `${seen.slice(0, 197)}...` : seen,
              allowed: `also ${missing.join(', ')}`,
              repair: `Take the file anew from ${form.published.where}, or check that it is this kind of list.`,
            }),
          ]),
      ...twice.map((heading) =>
        diagnose('register/column-twice', {
          file,
          place: 'the headings',
          seen: `${heading} twice`,
          allowed: 'each heading once',
          repair: 'Remove the column that is not meant.',
        }),
      ),
    ],
  };
}

function needed({ kind, columns }: RegisterForm): readonly string[] {
  return kind === 'organisations' ? [columns.code, columns.name] : [columns.area, ...columns.places];
}

function named({ kind, columns }: RegisterForm): readonly string[] {
  if (kind === 'neighbours') return [columns.area, ...columns.places];
  return Object.values(columns);
}
