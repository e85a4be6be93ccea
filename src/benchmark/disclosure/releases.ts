import type { GroupKind, PeerGroup } from '../peer-group.ts';
import type { CauseRelease } from './cause-release.ts';
import type { Release } from './release.ts';
import type { UptakeRelease } from './uptake-release.ts';

/** What the viewer itself answered, as the panel holds it. */
export interface OwnAnswer {
  readonly achieved: number;
  readonly workingTowards: number | null;
}

/** The viewer's own move between two periods, where it counts as one: it is among the group's `UptakeCount`s. */
export interface OwnMove {
  readonly from: number;
  readonly reached: boolean;
}

/**
 * All that a viewer may see of a panel. Groups, periods and objectives that the panel does not have give
 * `nothing` (`few-others`), no causes and no own answer. Each method asks the database once and then remembers.
 */
export interface Releases {
  /** The groups that the viewer has, coarse to fine: `type` only where its type is known, and so on. */
  readonly groups: readonly PeerGroup[];
  /** Periods of the panel, in order of time. */
  readonly periods: readonly string[];
  /** Numbers of the objectives that somebody in the panel has a row for, ascending. */
  readonly objectives: readonly number[];
  /** How each group answered. */
  readonly distribution: (kind: GroupKind, period: string, objective: number) => Promise<Release>;
  /**
   * How each group moved from a period to the panel's next one; other pairs of periods give `nothing`. The nearest are
   * too few for it: they give `nothing` unless the panel is public.
   */
  readonly uptake: (kind: GroupKind, from: string, to: string, objective: number) => Promise<UptakeRelease>;
  /**
   * Causes given by all organisations, in order of cause and control; empty for a panel without causes. Of a confidential
   * panel every known cause, also where nobody gave it.
   */
  readonly causes: (period: string, objective: number) => Promise<readonly CauseRelease[]>;
  /** The viewer's own answer; null where the panel has none, so that nothing is to be taken away from counts. */
  readonly own: (period: string, objective: number) => Promise<OwnAnswer | null>;
  /** The viewer's own move; null where it has none, so that nothing is to be taken away from steps. */
  readonly ownMove: (from: string, to: string, objective: number) => Promise<OwnMove | null>;
}
