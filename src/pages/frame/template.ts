import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { formToken, guardedForms } from './post-forms.ts';
import { scripts } from './scripts.ts';
import { currentVisitor } from './visitor.ts';

const { resolve } = createRequire(import.meta.url);

/** The folder of the GOV.UK Design System's components and styles. */
export const govukFolder = join(dirname(resolve('govuk-frontend/package.json')), 'dist');

let environment: nunjucks.Environment | null = null;

/**
 * Fills in a template of `views/`; every value is escaped.
 * @param name such as `overview.njk`
 */
export function renderTemplate(name: string, data: object): string {
  environment ??= makeEnvironment();
  return environment.render(name, data);
}

function makeEnvironment(): nunjucks.Environment {
  const folders = [join(import.meta.dirname, '../views'), govukFolder];
  const made = new nunjucks.Environment(new ViewLoader(folders), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  made.addGlobal('script', scripts().entry);
  made.addFilter('upperFirst', (text: string) => text.charAt(0).toUpperCase() + text.slice(1));
  made.addGlobal('visitor', currentVisitor);
  made.addGlobal('formToken', () => new nunjucks.runtime.SafeString(formToken()));
  return made;
}

/** Views whose forms are guarded. */
class ViewLoader extends nunjucks.FileSystemLoader {
  override getSource(name: string): nunjucks.LoaderSource {
    const source: nunjucks.LoaderSource | null = super.getSource(name);
    if (source === null) return source;
    return { ...source, src: guardedForms(source.src) };
  }
}
