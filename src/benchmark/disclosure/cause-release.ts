/**
 * A count that is told only from ten others on, and only where three or more are not of it; `withheld` where it would tell of
 * somebody. Of a public panel always the number.
 */
export type GuardedCount = number | 'fewer-than-ten' | 'nearly-all' | 'withheld';

/** What may leave the holder's hands of one cause on one objective in one period, over all organisations of the panel. */
export interface CauseRelease {
  readonly cause: string;
  readonly control: string;
  /** How many scored organisations gave it, the viewer among them. */
  readonly under: GuardedCount;
  /** How many of them went beyond its level; null where `under` is not a number. */
  readonly beyond: GuardedCount | null;
}
