import { currentVisitor } from './visitor.ts';

const opening = /<form\b[^>]*\bmethod="post"[^>]*>/g;

/** The name of the field in which a form brings its token. */
export const tokenField = 'csrf';

/** A template's text with the token in each form that posts, so that none can be forgotten. */
export function withTokens(template: string): string {
  return template.replace(opening, '$&{{ formToken() }}');
}

/** The token of the form that is being made, as a hidden field; nothing where forms need none. */
export function formToken(): string {
  const token = currentVisitor().token();
  return token === null ? '' : `<input type="hidden" name="${tokenField}" value="${token}">`;
}
