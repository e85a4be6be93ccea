import type { RegisteredOrganisation } from './registered-organisation.ts';

/** One organisation that took the place of another. */
export interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  /** The same organisation under another code: its scores go on. Else the two stand beside each other. */
  readonly continues: boolean;
}

/**
 * Who took the place of whom, by code of the predecessor, then of the successor. An organisation continues where it
 * has one successor, that has no other predecessor, and began when it ended or later: then nothing was joined or
 * split. Where the successor's beginning is not known it may have been there before, and they are two.
 */
export function successions(organisations: readonly RegisteredOrganisation[]): readonly Succession[] {
  const of = new Map(organisations.map((each) => [each.organisation, each]));
  const pairs = organisations.flatMap(({ organisation, successors }) =>
    successors.map((successor) => ({ predecessor: organisation, successor })),
  );
  const predecessors = Map.groupBy(pairs, ({ successor }) => successor);
  return pairs
    .map((pair) => {
      const [before, after] = [of.get(pair.predecessor), of.get(pair.successor)];
      const alone = before?.successors.length === 1 && predecessors.get(pair.successor)?.length === 1;
      const [ended, started] = [before?.ended ?? null, after?.started ?? null];
      return { ...pair, continues: alone && ended !== null && started !== null && started >= ended };
    })
    .toSorted((a, b) => order(a.predecessor, b.predecessor) || order(a.successor, b.successor));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
