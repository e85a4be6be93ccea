/** Words of one kind; `to` names the place (a heading's id) that they lead to, and only that is a link. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly to?: string;
}

/** A text in order: plain strings, and runs that stand out or lead somewhere. */
export type Words = readonly (string | Run)[];

/** One item of a list, with the items under it. */
export interface ListItem {
  readonly words: Words;
  readonly items: readonly ListItem[];
}

/** A part of a document; what is folded may be hidden at first where a reader can open it, and is in full elsewhere. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** The first cell of each row is its heading. */
      readonly rows: readonly (readonly Words[])[];
    }
  | { readonly kind: 'fold'; readonly summary: string; readonly items: readonly ListItem[] };

/** A document of headings, text, lists and tables, in plain British English, as it can be printed in any format. */
export interface WrittenDocument {
  readonly title: string;
  /** One sentence: what the document is. */
  readonly description: string;
  /** Where it is from: each a sentence. */
  readonly provenance: readonly string[];
  /** The day on which it was made, as `2026-01-02`. */
  readonly made: string;
  /** Ids of headings are distinct; every `to` of a run is one of them. */
  readonly blocks: readonly Block[];
}

/** A text without its links and emphasis. */
export function plainWords(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
