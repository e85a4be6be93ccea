import type { Framework } from '../../model/framework.ts';
import { bottomLevel, topLevel } from '../../model/framework.ts';

/** How a row came about: looked at anew, resting on an agreed standard, or carried over. */
export type RowOrigin = 'plain' | 'standard' | 'carried';

/** What a row of a panel says; a row that is not scored has no levels. */
export interface RowKind {
  readonly state: 'scored' | 'not-applicable' | 'not-scored';
  readonly achieved: number | null;
  readonly workingTowards: number | null;
  readonly origin: RowOrigin;
}

export const notApplicable = 0;
export const notScored = 1;

const origins = ['plain', 'standard', 'carried'] as const;

/** The number of the kind of a scored row; `step` counts from the lowest level. */
export function scoredKind(step: number, towards: boolean, origin: RowOrigin): number {
  return 2 + (step * 2 + (towards ? 1 : 0)) * origins.length + origins.indexOf(origin);
}

/** Every kind of row that a framework allows, by its number. */
export function rowKinds(framework: Framework): readonly RowKind[] {
  const unscored = { achieved: null, workingTowards: null, origin: 'plain' } as const;
  const [bottom, top] = [bottomLevel(framework), topLevel(framework)];
  const kinds: RowKind[] = [
    { state: 'not-applicable', ...unscored },
    { state: 'not-scored', ...unscored },
  ];
  for (let level = bottom; level <= top; level += 1)
    for (const workingTowards of [null, level + 1])
      for (const origin of origins) kinds.push({ state: 'scored', achieved: level, workingTowards, origin });
  return kinds;
}
