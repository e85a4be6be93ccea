import type { Succession } from './successions.ts';

/** For each code that another continues: the code that stands for the same organisation last. */
export function identities(successions: readonly Succession[]): ReadonlyMap<string, string> {
  const next = new Map(
    successions.flatMap(({ predecessor, successor, continues }) =>
      continues ? [[predecessor, successor] as const] : [],
    ),
  );
  return new Map(
    [...next.keys()].map((code) => {
      let last = code;
      for (let after = next.get(last); after !== undefined; after = next.get(last)) last = after;
      return [code, last] as const;
    }),
  );
}
