import type { RegisterForm } from '../../model/register-form.ts';
import { indented, wrap } from './wrap.ts';

/** Where lists are published, under which licence and with which columns, as help says it in lines of a width. */
export function publishedHelp(forms: readonly RegisterForm[], width: number): string {
  return forms
    .flatMap((form) => {
      const { name, published } = form;
      return [
        '',
        ...wrap(`${name}:`, width),
        ...indented(`“${published.title}”, by ${published.by}`, width, 2),
        // An address is not broken, so that it can be followed.
        `  ${published.where}`,
        ...indented(`Licence: ${published.licence}`, width, 2),
        ...columnsOf(form).flatMap((line) => indented(line, width, 2)),
      ];
    })
    .join('\n');
}

function columnsOf(form: RegisterForm): readonly string[] {
  if (form.kind === 'neighbours') {
    const { area, places } = form.columns;
    return [`Needed columns: ${area}, and ${places[0]} to ${places.at(-1)}.`];
  }
  const { code, name, ...others } = form.columns;
  return [
    `Needed columns: ${code}, ${name}.`,
    `Read where they are there: ${Object.values(others).join(', ')}.`,
  ];
}
