import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { PanelColumn } from './panel-columns.ts';

/** A file of rows, cut and copied to where only Headroom writes; its values have not been looked at yet. */
export interface StagedFile {
  /** As the user named it. */
  readonly name: string;
  /** Of the file as it was given. */
  readonly sha256: string;
  /** A query with the column `row` (INTEGER) and the panel's columns that the file has, as VARCHAR. */
  readonly query: string;
  readonly columns: readonly PanelColumn[];
  /** Rows that could be read. */
  readonly rows: number;
  readonly findings: readonly Diagnostic[];
  /** How often each code was found, those that are not in `findings` among them. */
  readonly counts: Readonly<Record<string, number>>;
}
