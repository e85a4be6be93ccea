import type { WithheldBecause } from './release.ts';

/** Of those who were at a level, how many were above it a period later. */
export interface UptakeCount {
  /** The level achieved in the first of the two periods. */
  readonly from: number;
  readonly n: number;
  readonly reached: number;
}

/**
 * What may leave the holder's hands of how a group moved on one objective from one period to the panel's next.
 * Counted are the movers: scored in both periods, and in the second neither carried nor by an agreed standard.
 */
export type UptakeRelease =
  /** Levels from which eleven or more could move (ten others and the viewer), lowest first, the viewer among them. `n`: all movers. */
  | { readonly give: 'counts'; readonly steps: readonly UptakeCount[]; readonly n: number }
  | { readonly give: 'nothing'; readonly because: WithheldBecause };
