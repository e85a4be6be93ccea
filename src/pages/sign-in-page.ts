import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** What the page to sign in with shows. */
export interface SignInForm {
  /** Where the form is sent to, with where to go on to. */
  readonly action: string;
  /** Whether the person has just signed out. */
  readonly out: boolean;
  /** Whether a visit ended while a form was filled in: what was typed is kept, or is not, or it was this form itself; else null. */
  readonly ended: 'kept' | 'lost' | 'form' | null;
  /** The name as it was typed. */
  readonly name: string;
  /** What was wrong, in a sentence without its stop; null where nothing was. */
  readonly error: string | null;
}

/** The page to sign in with: a name, a password, and nothing to solve. */
export function signInPage(form: SignInForm): string {
  return renderTemplate('sign-in.njk', {
    frame: bareFrame(form.error === null ? 'Sign in' : 'Error: Sign in'),
    page: form,
  });
}
