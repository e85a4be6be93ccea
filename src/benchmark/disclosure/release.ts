/** How many organisations of a group hold a place on the scale. */
export interface PlaceCount {
  readonly achieved: number;
  readonly workingTowards: number | null;
  readonly n: number;
}

/** Why a figure of a group is not given. */
export type WithheldBecause =
  /** Of a public panel, where nothing is withheld: nobody else in the group answered. */
  | 'nobody-else'
  /** The group has fewer than ten others who answered. */
  | 'few-others'
  /** It differs by one to nine organisations from another group whose figures are given. */
  | 'close-to-another'
  /** With what else is given it would tell what one organisation answered. */
  | 'singles-out';

/**
 * What may leave the holder's hands of how a group answered one objective in one period. `n` is how many answered, the
 * viewer among them where it did.
 */
export type Release =
  /** Places that somebody holds, lowest first; the viewer's own is among them where it answered. */
  | { readonly give: 'counts'; readonly places: readonly PlaceCount[]; readonly n: number }
  /** All others, or all but one or two, are at this level (working towards more or not): which is not said. */
  | { readonly give: 'nearly-all'; readonly achieved: number; readonly n: number }
  | { readonly give: 'nothing'; readonly because: WithheldBecause };
