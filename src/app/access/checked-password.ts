import { Problem } from '../../kernel/problem.ts';
import { accountKey } from './account-name.ts';

/** The fewest and the most characters of a password. */
export const passwordLengths = [12, 200] as const;

/** Refuses a password that is too easy to guess, without saying it. @throws Problem PASSWORD_WEAK */
export function checkPassword(password: string, name: string): void {
  const [fewest, most] = passwordLengths;
  const length = [...password].length;
  const says =
    length < fewest || length > most
      ? `${length} characters`
      : new Set(password.toLowerCase()).size < 5
        ? 'few characters over and over'
        : accountKey(password).includes(accountKey(name)) && accountKey(name).length > 3
          ? 'the name in it'
          : null;
  if (says === null) return;
  throw new Problem('PASSWORD_WEAK', {
    seen: says,
    allowed: `${fewest} to ${most} characters, without the name`,
    repair: 'Take three or more words that do not belong together, or let a password manager make one.',
  });
}
