/** What stands in a file that is taken out, and the period that it is about. */
export interface WrittenFile {
  readonly period: string;
  readonly content: string | Uint8Array;
}
