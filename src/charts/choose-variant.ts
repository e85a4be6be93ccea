import type { Dashboard, DashboardVariant } from './dashboard.ts';
import { distinct } from './distinct.ts';

/** The way to draw these rows, or why there is none. */
export type ChosenVariant =
  | { readonly variant: DashboardVariant; readonly shortage: null }
  | { readonly variant: null; readonly shortage: string };

/**
 * Of a dashboard's variants, the one that needs the most periods of those that the rows have.
 * Rows without a period, such as those of one advice, are one period; rows of moves are two.
 */
export function chooseVariant(dashboard: Dashboard, rows: readonly unknown[]): ChosenVariant {
  const periods = periodsOf(rows);
  const held = rows.length === 0 ? 0 : Math.max(1, periods.length);
  const variant = dashboard.variants.findLast((candidate) => candidate.periods <= held);
  if (variant !== undefined) return { variant, shortage: null };
  const needed = dashboard.variants[0]?.periods ?? 1;
  return { variant: null, shortage: reason(needed, periods) };
}

function reason(needed: number, periods: readonly string[]): string {
  if (needed === 1) return 'There is nothing to draw yet: no objective is scored.';
  const held = periods.length === 0 ? 'there is none yet' : `there is only ${periods.join(', ')}`;
  return `This chart compares periods: it takes at least ${needed}, and ${held}.`;
}

function periodsOf(rows: readonly unknown[]): readonly string[] {
  return distinct(
    rows.flatMap((row) => ['period', 'fromPeriod', 'toPeriod'].flatMap((key) => textOf(row, key))),
  );
}

function textOf(row: unknown, key: string): readonly string[] {
  if (typeof row !== 'object' || row === null) return [];
  const value: unknown = Reflect.get(row, key);
  return typeof value === 'string' ? [value] : [];
}
