import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { Assessment } from '../../model/assessment.ts';

/** A section as the document has it. */
export interface DocumentSection {
  readonly id: string;
  readonly name: string;
  /** The section's text for each level, in the order of the columns; empty where the document has none. */
  readonly principles: readonly { readonly level: number; readonly text: string }[];
  /** Plain lines between the heading and the first table. */
  readonly notes: readonly string[];
}

/** An objective as the document has it. */
export interface DocumentObjective {
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly section: string;
  /** Where its row begins: `line 14`, `Scores!A7`. */
  readonly place: string;
}

/** One cell of a criteria grid: what one level asks of one objective. `name` is the grid's own name for it. */
export interface DocumentCriterion {
  readonly objective: number;
  readonly name: string;
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

/** What a document says, read but not judged. */
export interface DocumentReading {
  readonly title: string | null;
  /** In document order. */
  readonly sections: readonly DocumentSection[];
  /** In document order. */
  readonly objectives: readonly DocumentObjective[];
  readonly criteria: readonly DocumentCriterion[];
  /** One for each period of the headings, oldest first. */
  readonly assessments: readonly Assessment[];
  /** Warnings and notes; a document with errors is refused. */
  readonly diagnostics: readonly Diagnostic[];
}
