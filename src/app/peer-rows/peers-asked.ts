import type { GroupKind } from '../../benchmark/peer-group.ts';

/** With whom a chart of others compares, beside its view; what is not said is as `benchmark` has it. */
export interface PeersAsked {
  readonly panel?: string | undefined;
  readonly group?: GroupKind | undefined;
  /** For how others are spread: one section with its objectives, in place of the whole and every section. */
  readonly section?: string | undefined;
}
