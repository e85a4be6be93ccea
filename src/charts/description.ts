import type { ChartTable } from './chart-table.ts';

/** A chart in words: what it shows first, then the figures as sentences and as a table. */
export interface ChartDescription {
  /** One sentence. */
  readonly headline: string;
  /** There is nothing to draw; the headline says why. */
  readonly empty: boolean;
  /** The text alternative: plain sentences; empty if the headline says it all. */
  readonly sentences: readonly string[];
  readonly table: ChartTable;
}
