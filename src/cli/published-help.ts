import type { RegisterForm } from '../model/register-form.ts';

/** Where lists are published, under which licence and with which columns, as help says it. */
export function publishedHelp(forms: readonly RegisterForm[]): string {
  return forms
    .map(({ name, published, ...form }) => {
      const headings = form.kind === 'organisations' ? Object.values(form.columns) : form.columns.places;
      const columns =
        form.kind === 'organisations'
          ? `  Needed columns: ${form.columns.code}, ${form.columns.name}. Read where they are there:\n  ${headings.slice(2).join(', ')}.`
          : `  Needed columns: ${form.columns.area}, and ${headings[0]} to ${headings.at(-1)}.`;
      return `\n${name}:\n  "${published.title}", by ${published.by}\n  ${published.where}\n  Licence: ${published.licence}\n${columns}`;
    })
    .join('\n');
}
