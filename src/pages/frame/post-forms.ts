import { currentVisitor } from './visitor.ts';

const postForm = /(<form\b[^>]*\bmethod="post"[^>]*>)([\s\S]*?<\/form>)/g;
/** What everybody may send: signing in and out. */
const forAll = /\baction="\/sign-/;

/** The name of the field in which a form brings its token. */
export const tokenField = 'csrf';

/** A template's text in which each form that posts has its token, and is there only for those who may change things: none can be forgotten. */
export function guardedForms(template: string): string {
  return template.replace(postForm, (_, opening: string, rest: string) => {
    const form = `${opening}{{ formToken() }}${rest}`;
    return forAll.test(opening) ? form : `{% if visitor().role == "editor" %}${form}{% endif %}`;
  });
}

/** The token of the form that is being made, as a hidden field; nothing where forms need none. */
export function formToken(): string {
  const token = currentVisitor().token();
  return token === null ? '' : `<input type="hidden" name="${tokenField}" value="${token}">`;
}
