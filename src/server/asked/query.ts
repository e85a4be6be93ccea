import { Problem } from '../../kernel/problem.ts';
import { factorPrefix } from '../../pages/frame/view-state.ts';

/** A query with names that its address does not take; a page is shown without them. */
export class UnknownNames extends Problem {
  readonly names: readonly string[];

  constructor(names: readonly string[], allowed: readonly string[]) {
    super('BAD_VALUE', {
      place: `query, ${(names[0] ?? '').slice(0, longestValue)}`,
      seen: 'a name that this address does not take',
      allowed: allowed.join(', ') || 'none',
      repair: 'Leave it out.',
    });
    this.names = names;
  }
}

/** What a query asks for, by name; the parts that are empty are left out. */
export interface ReadQuery {
  readonly period: string | undefined;
  readonly factors: Readonly<Record<string, string>>;
  /** The other names that the address takes. */
  readonly others: Readonly<Record<string, string>>;
}

const longestValue = 100;

/** Names whose value lists several things, and how long it may be. */
const longNames: readonly string[] = ['minimum', 'lock', 'weight', 'effort'];
const longestList = 1000;

/**
 * Reads a query that takes a period, circumstances and the names in `others`; one that ends with `*` stands for all that begin so.
 * @throws Problem BAD_VALUE for an unknown name, one that is there twice, and a value that is too long
 */
export function readQuery(
  query: unknown,
  others: readonly string[] = [],
  view = true,
  longest = longestValue,
): ReadQuery {
  const factors: [string, string][] = [];
  const read = new Map<string, string>();
  const given = entriesOf(query);
  const isFactor = (name: string) => view && name.startsWith(factorPrefix);
  const unknown = given.flatMap(([name]) =>
    isFactor(name) || isTaken(name, others) || (view && name === 'period') ? [] : [name],
  );
  if (unknown.length > 0) throw new UnknownNames(unknown, namesOf(others, view));
  for (const [name, value] of given) {
    const factor = isFactor(name);
    if (typeof value !== 'string')
      throw bad(name, 'it is there more than once', 'once', 'Leave one of them out of the address.');
    const most = longNames.includes(name) ? Math.max(longest, longestList) : longest;
    if (value.length > most)
      throw bad(name, `${value.length} characters`, `${most} at most`, 'Check the address.');
    if (value === '') continue;
    if (factor) factors.push([name.slice(factorPrefix.length), value]);
    else read.set(name, value);
  }
  const period = read.get('period');
  read.delete('period');
  return { period, factors: Object.fromEntries(factors), others: Object.fromEntries(read) };
}

/**
 * The value of a name if it is one of those allowed; null if it is not in the query.
 * @throws Problem BAD_VALUE
 */
export function oneOf<Value extends string>(
  { others }: Pick<ReadQuery, 'others'>,
  name: string,
  allowed: readonly Value[],
): Value | null {
  const written = others[name];
  if (written === undefined) return null;
  const found = allowed.find((value) => value === written);
  if (found !== undefined) return found;
  throw bad(name, written, allowed.join(', '), 'Choose one of these.');
}

function isTaken(name: string, others: readonly string[]): boolean {
  return others.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
}

function entriesOf(query: unknown): readonly (readonly [string, unknown])[] {
  return typeof query === 'object' && query !== null ? Object.entries(query) : [];
}

function namesOf(others: readonly string[], view: boolean): readonly string[] {
  return [...(view ? ['period'] : []), ...others, ...(view ? [`${factorPrefix}<circumstance>`] : [])];
}

function bad(place: string, seen: string, allowed: string, repair: string): Problem {
  return new Problem('BAD_VALUE', { place: `query, ${place}`, seen, allowed, repair });
}

/** The whole number of a name; null if it is not in the query. @throws Problem BAD_VALUE with the repair */
export function wholeNumberOf(
  { others }: Pick<ReadQuery, 'others'>,
  name: string,
  repair = 'Give the number of an objective.',
): number | null {
  const written = others[name];
  if (written === undefined) return null;
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  throw bad(name, written, 'a whole number', repair);
}
