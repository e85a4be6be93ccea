import { choices, coveringArray } from '../../statistics/covering-array.ts';
import { seededNumbers } from '../../statistics/seeded-numbers.ts';
import { countOf, type ProofDomain } from './domain.ts';

/** How the cases of some domains are covered. */
export interface Covering {
  readonly method: 'exhaustive' | 'covering-array';
  /** How many cases there are; above 2^53, about. */
  readonly of: number;
  /** In any so many facts, every combination of values is in some case; null where every case is answered. */
  readonly strength: number | null;
  /** How many cases are answered. */
  readonly cases: number;
  /** How many of these are drawn; the others are rows of arrays. */
  readonly drawn: number;
  /** The cases: a domain, and the number of the value of each of its variables. */
  readonly chosen: () => Iterable<readonly [ProofDomain, readonly number[]]>;
}

const seed = 2018;
const drawnForArrays = 500;

/**
 * Every case of domains that have at most `most` together; of larger ones the rows of a covering array for each, of
 * strength 3 where that is about at most `most` combinations and of strength 2 beyond, and some drawn cases. Every case
 * too where rows and drawn cases would be as many.
 */
export function coveringOf(domains: readonly ProofDomain[], most: number): Covering {
  const of = domains.reduce((sum, domain) => sum + countOf(domain), 0);
  if (of <= most) return everyCase(domains, of);
  const sizes = domains.map((domain) => sizesOf(domain));
  const triples = sizes.reduce((sum, each) => sum + combinations(each, 3), 0);
  const strength = triples <= most ? 3 : 2;
  const arrays = sizes.map((each) => coveringArray(each, strength));
  const each = Math.ceil(drawnForArrays / domains.length);
  const drawn = each * domains.length;
  const cases = arrays.reduce((sum, { length }) => sum + length, drawn);
  if (of <= cases) return everyCase(domains, of);
  return {
    method: 'covering-array',
    of,
    strength,
    cases,
    drawn,
    *chosen() {
      const draw = seededNumbers(seed);
      for (const [index, domain] of domains.entries()) {
        for (const row of arrays[index] ?? []) yield [domain, row];
        for (let count = 0; count < each; count += 1) yield [domain, (sizes[index] ?? []).map(draw)];
      }
    },
  };
}

function everyCase(domains: readonly ProofDomain[], of: number): Covering {
  return {
    method: 'exhaustive',
    of,
    strength: null,
    cases: of,
    drawn: 0,
    *chosen() {
      for (const domain of domains)
        for (let index = 0; index < countOf(domain); index += 1) yield [domain, digitsOf(domain, index)];
    },
  };
}

function sizesOf({ variables }: ProofDomain): readonly number[] {
  return variables.map(({ values }) => values.length);
}

/** The values of the case of a number, the last variable changing first. */
function digitsOf(domain: ProofDomain, index: number): readonly number[] {
  let rest = index;
  return sizesOf(domain)
    .toReversed()
    .map((size) => {
      const digit = rest % size;
      rest = (rest - digit) / size;
      return digit;
    })
    .toReversed();
}

function combinations(sizes: readonly number[], strength: number): number {
  return choices(sizes.length, strength).reduce(
    (sum, members) => sum + members.reduce((product, member) => product * (sizes[member] ?? 1), 1),
    0,
  );
}
