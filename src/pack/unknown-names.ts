import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { likeliest, shortened, shortList } from './short-words.ts';

/** A place in a file of a pack: for people, and as a JSON pointer. */
export interface Place {
  readonly file: string;
  readonly place: string;
  readonly path: string;
}

/** One diagnostic for each name that is not among those that the pack has. */
export function unknownNames(
  at: Place,
  seen: readonly (string | number)[],
  known: readonly (string | number)[] | ReadonlySet<string | number>,
): readonly Diagnostic[] {
  const allowed = known instanceof Set ? known : new Set(known);
  return seen.filter((each) => !allowed.has(each)).map((each) => lost(at, each, allowed));
}

/** The diagnostic for a name that stands for nothing; it says which one was probably meant. */
export function lost(
  at: Place,
  seen: string | number,
  allowed: string | ReadonlySet<string | number>,
): Diagnostic {
  const meant =
    typeof allowed === 'string' || typeof seen === 'number' || allowed.size > 2000
      ? undefined
      : likeliest(seen, [...allowed].map(String));
  return diagnose('pack/unknown-id', {
    ...at,
    seen: shortened(String(seen)),
    allowed: typeof allowed === 'string' ? allowed : shortList(allowed),
    repair: meant === undefined ? 'Name something that the pack has.' : `Perhaps "${meant}" was meant.`,
  });
}
