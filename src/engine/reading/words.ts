/** One word of a text: `form` is its lower-case form, `start` and `end` are offsets into the text. */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The words of `text` between two offsets. Only the form is normalised (case, curly apostrophe), so offsets hold. */
export function wordsOf(text: string, start = 0, end = text.length): readonly Word[] {
  return [...text.slice(start, end).matchAll(wordPattern)].map((match) => ({
    form: match[0].toLowerCase().replaceAll('’', "'"),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
