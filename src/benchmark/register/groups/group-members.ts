import type { PeerGroup } from '../../peer-group.ts';

/** A group with its members, as SQL over the tables of an open panel. */
export interface GroupMembers {
  readonly group: PeerGroup;
  /** A query whose one column, `organisation`, has every member once; null for all of the panel, which needs no join. */
  readonly members: string | null;
}
