import type { Pack } from '../pack/pack.ts';
import type { CaseResult } from './run-cases.ts';

/** How much of one kind worked cases touch. */
export interface CoveredKind {
  readonly kind: 'reading' | 'ceilings' | 'targets' | 'causes' | 'stances';
  /** How many there are. */
  readonly of: number;
  /** Ids that no case touches, in order of the pack. */
  readonly untouched: readonly string[];
}

/** How much of a pack its worked cases touch. */
export interface Coverage {
  readonly kinds: readonly CoveredKind[];
  readonly touched: number;
  readonly of: number;
  /** From 0 to 100, rounded down to one decimal, so that 100 is all; 100 where there is nothing to touch. */
  readonly percent: number;
}

/**
 * What of a pack's rules, causes and stances no case touches. A reading rule is touched when a comment of the case was
 * read by it, a ceiling rule when it held, a target rule when it gave the target; a cause and a stance by such a rule.
 */
export function coverage(pack: Pack, results: readonly CaseResult[]): Coverage {
  const took = (stage: keyof CaseResult['took']) => new Set(results.flatMap((result) => result.took[stage]));
  const [reading, ceilings, targets] = [took('reading'), took('ceilings'), took('targets')];
  const ids = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id);
  const of = (
    kind: CoveredKind['kind'],
    all: readonly string[],
    touched: ReadonlySet<string>,
  ): CoveredKind => ({
    kind,
    of: all.length,
    untouched: all.filter((id) => !touched.has(id)),
  });
  const kinds = [
    of('reading', ids(pack.reading.rules), reading),
    of('ceilings', ids(pack.ceilings), ceilings),
    of('targets', ids(pack.targets), targets),
    of(
      'causes',
      ids(pack.causes),
      new Set(pack.ceilings.flatMap(({ id, cause }) => (ceilings.has(id) ? [cause] : []))),
    ),
    of(
      'stances',
      [...new Set(pack.targets.map(({ stance }) => stance))],
      new Set(pack.targets.flatMap(({ id, stance }) => (targets.has(id) ? [stance] : []))),
    ),
  ];
  const all = kinds.reduce((sum, kind) => sum + kind.of, 0);
  const touched = all - kinds.reduce((sum, { untouched }) => sum + untouched.length, 0);
  return { kinds, touched, of: all, percent: all === 0 ? 100 : Math.floor((touched / all) * 1000) / 10 };
}
