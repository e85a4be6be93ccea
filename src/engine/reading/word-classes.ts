import { levelTest, type PhraseSteps } from './phrase-steps.ts';

/** The most words that are kept with their classes. */
const mostKept = 50_000;

/** What phrases can tell of a word; words of which they can tell the same are of one class. */
export interface WordClass {
  /** The tests that such a word passes, each once. */
  readonly tests: readonly number[];
  /** The level that it names, or null. */
  readonly level: number | null;
}

/** The class of a word by its form, looked up once for each form. There are no more classes than words in phrases allow. */
export function wordClasses(
  { words, stems }: PhraseSteps,
  levels: ReadonlyMap<string, number>,
): (form: string) => WordClass {
  const lengths = [...new Set([...stems.keys()].map(({ length }) => length))];
  const classes = new Map<string, WordClass>();
  const kept = new Map<string, WordClass>();

  function classOf(form: string): WordClass {
    const level = levels.get(form) ?? null;
    const tests = new Set(words.get(form));
    if (level !== null) tests.add(levelTest);
    for (const length of lengths)
      if (length <= form.length) for (const test of stems.get(form.slice(0, length)) ?? []) tests.add(test);
    const key = `${level} ${[...tests].join(' ')}`;
    const known = classes.get(key) ?? { tests: [...tests], level };
    classes.set(key, known);
    return known;
  }

  return (form) => {
    const known = kept.get(form);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const found = classOf(form);
    kept.set(form, found);
    return found;
  };
}
