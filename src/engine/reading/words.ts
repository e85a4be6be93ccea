/** One word of a text: `form` is its lower-case form, `start` and `end` are offsets into the text. */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The words of `text` between two offsets. Only the form is normalised (case, curly apostrophe), so offsets hold. */
export function wordsOf(text: string, start = 0, end = text.length): readonly Word[] {
  const within = text.slice(start, end);
  const words: Word[] = [];
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(within); match !== null; match = wordPattern.exec(within)) {
    const [word] = match;
    words.push({
      form: word.toLowerCase().replaceAll('’', "'"),
      start: start + match.index,
      end: start + match.index + word.length,
    });
  }
  return words;
}
