import type { GuardedCount } from './cause-release.ts';

/** What may leave the holder's hands of what a circumstance would raise on one objective, over all of the panel. */
export interface LiftRelease {
  /** Null for all circumstances together. */
  readonly factor: string | null;
  readonly objective: number;
  /** Scores in the panel, the viewer's among them. */
  readonly n: number;
  /**
   * How many ceilings would be higher, the viewer's among them. Of a confidential panel a number only where ten others
   * rise and ten others do not, whoever looks; else `fewer-than-ten` others rise, or `nearly-all` do; all together can be `withheld`.
   */
  readonly rises: GuardedCount;
}
