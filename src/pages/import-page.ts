import type { PageContext } from './frame/page-context.ts';
import { bareFrame, pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** What the form that takes a file asks, and what it offers. */
export interface ImportForm {
  readonly action: string;
  /** The organisations that there are; empty where the page is of one already. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** The standards to choose from; one asks for no choice. */
  readonly frameworks: readonly string[];
  /** Forms to fill in and send back. */
  readonly templates: readonly { readonly text: string; readonly href: string }[];
  readonly largest: string;
}

/** A form that could not be taken: at which field (null for none), why, and what was typed. */
export interface RefusedImport {
  readonly field: string | null;
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Page that takes a file; `context` is null where it is of no organisation yet. */
export function importPage(
  context: PageContext | null,
  form: ImportForm,
  refused: RefusedImport | null = null,
): string {
  const name = `${refused === null ? '' : 'Error: '}Import`;
  return renderTemplate('import.njk', {
    frame: context === null ? bareFrame(name) : pageFrame(context, 'import', name),
    page: {
      ...form,
      organisation: context?.organisation.name ?? null,
      example: context?.organisation.example ?? null,
      error: refused === null ? null : { message: refused.message, href: `#${refused.field ?? 'file'}` },
      fields: settingFields(form, refused),
      fileError: refused !== null && [null, 'file'].includes(refused.field) ? refused.message : null,
      whose: context === null && form.organisations.length > 0,
      fresh: context === null,
      standards: form.frameworks.length > 1,
    },
  });
}

/** The fields of what is said of a file, with what was typed. */
export function settingFields(
  { organisations, frameworks }: Pick<ImportForm, 'organisations' | 'frameworks'>,
  refused: RefusedImport | null,
) {
  const line = (name: string) => ({
    id: name,
    name,
    value: refused?.values[name] ?? '',
    error: refused?.field === name ? refused.message : null,
  });
  const choices = (name: string, options: readonly (readonly [string, string])[]) => ({
    ...line(name),
    options: options.map(([value, text]) => ({
      value,
      text,
      selected: value === (refused?.values[name] ?? ''),
    })),
  });
  return {
    whose: choices('whose', [
      ['', 'As the file says'],
      ...organisations.map(({ id, name }) => [id, name] as const),
      ['new', 'A new organisation, named below'],
    ]),
    name: line('name'),
    id: line('id'),
    period: line('period'),
    framework: choices('framework', [['', 'As the file says'], ...frameworks.map((id) => [id, id] as const)]),
  };
}
