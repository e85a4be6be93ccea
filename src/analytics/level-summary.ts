import type { LevelSummary } from '../model/trends.ts';
import { countBy } from '../statistics/count-by.ts';
import { mean } from '../statistics/mean.ts';
import { share } from '../statistics/share.ts';
import type { FrameRow } from './frame.ts';
import type { Label } from './labels.ts';
import type { Scope } from './scopes.ts';
import type { TrendRow } from './trend-input.ts';

/**
 * The levels of one scope in one period.
 * @param rows the scored objectives of the scope, in any order
 * @param given the period's rows, from which those that are not applicable are counted; an objective of the scope
 * that is neither scored nor not applicable counts as not scored
 * @param labels every label to count, lowest first
 * @param satisfactory the lowest level that counts as satisfactory
 */
export function levelSummary(
  scope: Scope,
  rows: readonly FrameRow[],
  given: readonly TrendRow[],
  labels: readonly Label[],
  satisfactory: number,
): LevelSummary {
  const n = rows.length;
  const counts = countBy(rows, ({ label }) => label);
  const inScope = new Set(scope.objectives);
  const notApplicable = given.filter(
    ({ objective, state }) => state === 'not-applicable' && inScope.has(objective),
  ).length;
  return {
    section: scope.section,
    name: scope.name,
    n,
    notApplicable,
    notScored: scope.objectives.length - n - notApplicable,
    levels: labels.map((label) => ({ ...label, ...share(counts.get(label.label) ?? 0, n) })),
    satisfactory: share(rows.filter(({ achieved }) => achieved >= satisfactory).length, n),
    mean: mean(rows.map(({ midpoint }) => midpoint)),
  };
}
