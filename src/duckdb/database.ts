/** A value that a database answers with; lists, dates and the like are cast to one of these in the query. */
export type Cell = string | number | boolean | null;

/** A row of an answer, by column. */
export type Row = Readonly<Record<string, Cell>>;

/** The type of a column that rows are filled into. */
export type ColumnType = 'INTEGER' | 'VARCHAR';

/** A DuckDB database in memory. Statements and queries are run one after the other. */
export interface Database {
  /** Runs one statement whose answer is not wanted. */
  readonly run: (sql: string) => Promise<void>;
  /**
   * Every row that a query answers.
   * @throws Error for an integer beyond 53 bits, and for a value that is no `Cell`
   */
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** Adds rows to a table that is there, each with a value for each of its columns, in their order. */
  readonly fill: (
    table: string,
    types: readonly ColumnType[],
    rows: Iterable<readonly (string | number)[]>,
  ) => Promise<void>;
  /** Lets go of it; a second time does nothing. */
  readonly close: () => void;
}
