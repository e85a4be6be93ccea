import type { Evaluator } from '../../engine/evaluate.ts';
import type { Effects } from '../../kernel/effects.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Records } from '../../records/records.ts';

/** Where a workspace finds what it does not hold itself; each is a folder. */
export interface Places {
  /** Packs, one a folder. */
  readonly rules: string;
  /** Packs of the user's own, one a folder, or the folder of one; null for none. */
  readonly ownRules: string | null;
  /** Sources that a new workspace is filled from; null for none. */
  readonly sources: string | null;
  readonly dashboards: string;
}

/** What every use case works on: the records of one folder, and the packs. */
export interface Workspace {
  readonly folder: string;
  readonly effects: Effects;
  readonly records: Records;
  readonly places: Places;
  /** The ids of the packs that there are, in order. */
  readonly frameworks: () => readonly string[];
  /** The folder of a pack. @throws Problem UNKNOWN_FRAMEWORK */
  readonly packFolder: (framework: string) => string;
  /** A pack, loaded once. @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN */
  readonly pack: (framework: string) => Pack;
  /** The evaluator of a pack, made once. @throws Problem UNKNOWN_FRAMEWORK, PACK_BROKEN */
  readonly evaluator: (framework: string) => Evaluator;
  /** Has something done when the workspace is closed, before its records are let go. */
  readonly whenClosed: (work: () => void) => void;
  /** Lets go of the records; a second time does nothing. */
  readonly close: () => void;
}
