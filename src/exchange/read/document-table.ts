/** One cell of a table; what merged cells hold stands in the first of them, and the others are empty. */
export interface DocumentCell {
  /** As the document has it; paragraphs end with LF. */
  readonly text: string;
  /** Where its user finds it: `Scores!C7`, `table 3, row 2, column 4`, `row 7, column 3`. */
  readonly address: string;
  /** Where the program that wrote the cell turned it into a date: its day and its month, from 1. */
  readonly date?: { readonly day: number; readonly month: number };
}

/** A table, from its first row to its last; rows may have different lengths. */
export interface DocumentTable {
  /** As its user finds it: a sheet's name, `table 3`. */
  readonly name: string;
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** Text that stands outside tables; `level` is 0 for what is not a heading, 1 for the highest heading. */
export interface DocumentHeading {
  readonly heading: string;
  readonly level: number;
  readonly address: string;
}

/** A part of a document, in its order. */
export type DocumentPart = DocumentTable | DocumentHeading;

/** Something that the reader of a format noticed, for a diagnostic; `file` is not known to it. */
export interface FormatFinding {
  readonly code:
    | 'document/formula'
    | 'document/formula-empty'
    | 'document/not-followed'
    | 'document/tracked-changes'
    | 'document/sheet-hidden'
    | 'document/encoding';
  readonly place: string;
  readonly seen: string;
}

/** A document as its format has it, before anything is understood. */
export interface ParsedDocument {
  readonly parts: readonly DocumentPart[];
  /** What its properties say of it: `headroom:key=value;…`; empty for none. */
  readonly description: string;
  readonly findings: readonly FormatFinding[];
}

/** How much is read of one document. */
export const documentLimits = {
  /** Bytes of a package when it is inflated. */
  inflated: 64 * 1024 * 1024,
  /** Files in a package. */
  entries: 2_000,
  /** Rows of one table. */
  rows: 20_000,
  columns: 1_000,
  /** Cells of all tables. */
  cells: 200_000,
  /** Elements inside each other. */
  depth: 200,
  /** Milliseconds. */
  deadline: 20_000,
} as const;
