/** What a page's address says beside its path: only what differs from the default, so that one address is one view. */
export interface ViewState {
  /** The period that targets are for; null for the one after the last. */
  readonly period: string | null;
  /** Circumstances set for a what-if; those that are as recorded are absent. */
  readonly factors: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;
}

/** The view without a choice of period and without what-ifs. */
export const plainView: ViewState = { period: null, factors: {} };

/** How a query names a circumstance. */
export const factorPrefix = 'factor.';

/**
 * The query of a view: period, then filters as given, then circumstances in order of id.
 * @returns `''`, or text that begins with `?`; a filter of null is left out
 */
export function queryOf(view: ViewState, filters: Readonly<Record<string, string | null>> = {}): string {
  const pairs: [string, string][] = [];
  if (view.period !== null) pairs.push(['period', view.period]);
  for (const [name, value] of Object.entries(filters)) if (value !== null) pairs.push([name, value]);
  const factors = Object.entries(view.factors).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, state] of factors) pairs.push([factorPrefix + id, state]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
