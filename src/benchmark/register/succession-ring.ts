import type { RegisteredOrganisation } from './registered-organisation.ts';

type Successors = Pick<RegisteredOrganisation, 'organisation' | 'successors'>;

/** Organisations of which each took the place of the one before it and the first that of the last; null if there are none. */
export function successionRing(organisations: readonly Successors[]): readonly string[] | null {
  const next = new Map(organisations.map(({ organisation, successors }) => [organisation, successors]));
  const done = new Set<string>();
  for (const { organisation } of organisations) {
    const path = [organisation];
    const left = [[...(next.get(organisation) ?? [])]];
    while (path.length > 0) {
      const here = path.at(-1) ?? '';
      const following = done.has(here) ? undefined : left.at(-1)?.pop();
      if (following === undefined) {
        done.add(here);
        path.pop();
        left.pop();
        continue;
      }
      const at = path.indexOf(following);
      if (at >= 0) return [...path.slice(at), following];
      path.push(following);
      left.push([...(next.get(following) ?? [])]);
    }
  }
  return null;
}
