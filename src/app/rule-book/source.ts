import type { CaseResult } from '../../engine/run-cases.ts';
import type { FactorState } from '../../model/factor.ts';
import type { RuleChanges } from '../../model/rule-changes.ts';
import type { Pack } from '../../pack/pack.ts';

/** The kinds of rule that a pack has. */
export type RuleKind = 'reading' | 'ceilings' | 'targets';

/** What the rules do for one organisation in one period. */
export interface TouchedObjectives {
  readonly organisation: string;
  readonly period: string;
  readonly basedOn: string;
  readonly factors: Readonly<Record<string, FactorState>>;
  /** For each kind and rule id the objectives that it touches, each with what it does there; a rule that touches none is absent. */
  readonly byRule: Readonly<Record<RuleKind, ReadonlyMap<string, readonly string[]>>>;
}

/** All that a rule book is written from. */
export interface BookSource {
  readonly pack: Pack;
  /** Every worked case of the pack, answered by its rules. */
  readonly cases: readonly CaseResult[];
  readonly changes: RuleChanges;
  /** Null for a book of the rules alone. */
  readonly touched: TouchedObjectives | null;
}

/** The places of a book that others lead to, by what they are about. */
export const places = {
  rule: (kind: RuleKind, id: string) => `${kind}-${id}`,
  phrases: (name: string) => `words-${name}`,
  case: (id: string) => `case-${id}`,
  causes: 'book-causes',
  circumstances: 'book-circumstances',
  signals: 'book-signals',
} as const;
