import type { DocumentCell, DocumentTable } from './document-table.ts';
import { tableColumns } from './table-columns.ts';

/** Rows under their headings. */
export interface HeadedRows {
  readonly heading: readonly DocumentCell[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** A table from the first row that heads objectives and scores on; from its first row where none does. */
export function headedRows({ rows }: Pick<DocumentTable, 'rows'>): HeadedRows {
  const at = Math.max(
    rows.findIndex((row) => tableColumns(row) !== null),
    0,
  );
  return { heading: rows[at] ?? [], rows: rows.slice(at + 1) };
}
