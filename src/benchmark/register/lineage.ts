import type { Succession } from './successions.ts';

/** Where an organisation comes from and what became of it, by codes. */
export interface Lineage {
  /** The codes that it had before, the latest first: their scores are its own. */
  readonly continues: readonly string[];
  /** The codes that it had afterwards, the next first. */
  readonly continuedBy: readonly string[];
  /** Those that it was made from, other organisations: their scores stand beside its own, and are never inherited. */
  readonly predecessors: readonly string[];
  /** Those that took its place, other organisations. */
  readonly successors: readonly string[];
}

/** The lineage of an organisation, over all codes that it had; each list is in order of time or of codes. */
export function lineage(successions: readonly Succession[], organisation: string): Lineage {
  const step = (from: 'predecessor' | 'successor', to: 'predecessor' | 'successor') => {
    const codes: string[] = [];
    let here: string | undefined = organisation;
    while (here !== undefined) {
      const next: string | undefined = successions.find((each) => each.continues && each[from] === here)?.[
        to
      ];
      if (next !== undefined) codes.push(next);
      here = next;
    }
    return codes;
  };
  const continues = step('successor', 'predecessor');
  const continuedBy = step('predecessor', 'successor');
  const own = new Set([organisation, ...continues, ...continuedBy]);
  const others = (from: 'predecessor' | 'successor', to: 'predecessor' | 'successor') =>
    [
      ...new Set(successions.flatMap((each) => (!each.continues && own.has(each[from]) ? [each[to]] : []))),
    ].sort();
  return {
    continues,
    continuedBy,
    predecessors: others('successor', 'predecessor'),
    successors: others('predecessor', 'successor'),
  };
}
