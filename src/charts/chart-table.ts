/** One column of a table that stands for a chart. */
export interface ChartColumn {
  readonly title: string;
  /** Numbers are set to the right. */
  readonly numeric: boolean;
}

/** The figures of a chart as a table, ready to print: every cell is text, one for each column. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of words. */
export function wordColumn(title: string): ChartColumn {
  return { title, numeric: false };
}

/** A column of numbers. */
export function numberColumn(title: string): ChartColumn {
  return { title, numeric: true };
}
