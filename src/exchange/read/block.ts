import type { ObjectiveColumns } from './objective-columns.ts';

/** One row of an objective table: the line on which it begins, and by column its cells, joined from all its lines. */
export interface ObjectiveRow {
  readonly line: number;
  readonly cells: ReadonlyMap<number, string>;
}

/** A part of a document, as its layout shows it; nothing is judged yet. */
export type Block =
  /** `id` is null where the heading is not a section of the framework. */
  | { readonly kind: 'section'; readonly line: number; readonly id: string | null; readonly name: string }
  | { readonly kind: 'note'; readonly line: number; readonly text: string }
  | {
      readonly kind: 'levels';
      readonly line: number;
      readonly label: string;
      readonly cells: readonly { readonly level: number; readonly text: string }[];
    }
  | {
      readonly kind: 'objectives';
      readonly columns: ObjectiveColumns;
      readonly rows: readonly ObjectiveRow[];
    };
