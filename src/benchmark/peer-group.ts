/** How many nearest organisations make a group with the one that they are nearest to. */
export const nearestMany = 15;

/**
 * The groups that an organisation can be compared with: all of the panel, those of its type, of its region, of both,
 * and the 15 nearest that answered in the period. There are no others, so that no one can choose a group that singles
 * somebody out.
 */
export const groupKinds = ['all', 'type', 'region', 'type-and-region', 'nearest'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** A group of organisations, its own viewer among them. */
export interface PeerGroup {
  readonly kind: GroupKind;
  /** What a page calls it: "all organisations", or its type, region, or both, as the register writes them. */
  readonly name: string;
}
