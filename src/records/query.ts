import { type Static, type TArray, type TObject, type TProperties, Type } from 'typebox';

/** A statement that reads, with the form of its rows; `about` names the rows for the user if one is damaged. */
export interface Query<Row extends TObject> {
  readonly about: string;
  readonly row: Row;
  readonly rows: TArray<Row>;
  readonly sql: string;
}

/** A row of a query. */
export type RowOf<Of> = Of extends Query<infer Row> ? Readonly<Static<Row>> : never;

/** A query whose rows have the given columns. */
export function query<Columns extends TProperties>(
  about: string,
  columns: Columns,
  sql: string,
): Query<TObject<Columns>> {
  const row = Type.Object(columns);
  return { about, row, rows: Type.Array(row), sql };
}
