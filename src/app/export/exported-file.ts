/** A file that is taken out: what it may be called, what it is, and its content. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}
