import { Problem } from '../../kernel/problem.ts';
import { plainLine } from '../workspace/plain-line.ts';

/** The most characters of a name. */
export const longestName = 80;

/** A name as it is kept. @throws Problem BAD_VALUE where it is empty, too long, or has characters that names do not have */
export function accountName(written: string): string {
  const name = plainLine('name', written.normalize('NFC'), longestName, 'Give a name.');
  if (/^[\p{L}\p{M}\p{N} .,_@'’+-]+$/u.test(name)) return name;
  throw new Problem('BAD_VALUE', {
    place: 'name',
    seen: name,
    allowed: 'letters, digits, blanks and . , _ @ \' + -, such as "A. Officer" or a.officer@example.org',
    repair: 'Give a name without other signs.',
  });
}

/** A name as names are compared: capitals and width make no difference. */
export function accountKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
