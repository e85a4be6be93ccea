import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** A field that was not well, and why. */
export interface PasswordFault {
  readonly field: 'present' | 'password' | 'again';
  readonly message: string;
}

const fields = [
  { name: 'present', label: 'Present password', hint: '', autocomplete: 'current-password' },
  {
    name: 'password',
    label: 'New password',
    hint: 'At least 12 characters, without your name. Three or more words that do not belong together are good; so is what a password manager makes.',
    autocomplete: 'new-password',
  },
  { name: 'again', label: 'New password again', hint: '', autocomplete: 'new-password' },
] as const;

/** The page on which one changes the own password; what was typed is never sent back. */
export function passwordPage({
  kept,
  fault,
}: {
  readonly kept: boolean;
  readonly fault: PasswordFault | null;
}): string {
  const title = 'Change your password';
  return renderTemplate('password.njk', {
    frame: bareFrame(fault === null ? title : `Error: ${title}`),
    page: {
      kept,
      fault,
      fields: fields.map((field) => ({
        ...field,
        error: fault?.field === field.name ? fault.message : null,
      })),
    },
  });
}
