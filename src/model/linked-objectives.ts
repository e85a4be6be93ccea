import type { Link } from './link.ts';

/** The most objectives that may hang together: a plan looks at every choice among them. */
export const mostLinked = 12;

/**
 * The objectives that hang together, directly or through others, by links of some kinds: each group in order of
 * number, the groups by their lowest. An objective without such a link is in no group.
 */
export function linkedObjectives(
  links: readonly Link[],
  kinds: readonly Link['kind'][],
): readonly (readonly number[])[] {
  const groupOf = new Map<number, ReadonlySet<number>>();
  for (const { kind, objectives, with: others } of links) {
    if (!kinds.includes(kind)) continue;
    const members = [...objectives, ...others];
    const joined = new Set(members.flatMap((each) => [...(groupOf.get(each) ?? [each])]));
    for (const each of joined) groupOf.set(each, joined);
  }
  return [...new Set(groupOf.values())]
    .filter(({ size }) => size > 1)
    .map((group) => [...group].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}

/** Objectives that wait on each other in a ring, from the lowest on and back to it; null if none do. */
export function waitingRing(links: readonly Link[]): readonly number[] | null {
  const waits = new Map<number, Set<number>>();
  for (const { kind, objectives, with: others } of links) {
    if (kind !== 'waits-on') continue;
    for (const each of objectives) waits.set(each, (waits.get(each) ?? new Set()).union(new Set(others)));
  }
  const stuck = neverFirst(waits);
  for (const start of [...stuck].sort((a, b) => a - b)) {
    const ring = wayBack(waits, start);
    if (ring !== null) return ring;
  }
  return null;
}

/** What is left when whatever waits on nothing is taken out, again and again: all of a ring, and what waits on one. */
function neverFirst(waits: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  const waiting = new Map<number, number[]>();
  const open = new Map<number, number>();
  for (const [objective, on] of waits) {
    open.set(objective, on.size);
    for (const each of on) waiting.set(each, [...(waiting.get(each) ?? []), objective]);
  }
  const free = [...waiting.keys()].filter((each) => !open.has(each));
  for (const each of free)
    for (const objective of waiting.get(each) ?? []) {
      const left = (open.get(objective) ?? 0) - 1;
      open.set(objective, left);
      if (left === 0) free.push(objective);
    }
  return new Set([...open].flatMap(([objective, left]) => (left > 0 ? [objective] : [])));
}

/** The shortest way along what is waited on from an objective back to itself. */
function wayBack(waits: ReadonlyMap<number, ReadonlySet<number>>, start: number): readonly number[] | null {
  const seen = new Set<number>();
  let ways: readonly (readonly number[])[] = [[start]];
  while (ways.length > 0) {
    const further = ways.flatMap((way) =>
      [...(waits.get(way.at(-1) ?? start) ?? [])].sort((a, b) => a - b).map((next) => [...way, next]),
    );
    const ring = further.find((way) => way.at(-1) === start);
    if (ring !== undefined) return ring;
    ways = further.filter((way) => {
      const last = way.at(-1) ?? start;
      return !seen.has(last) && seen.add(last);
    });
  }
  return null;
}
