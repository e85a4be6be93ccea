import type { PhraseStates, WordClass } from './phrase-states.ts';

/** The most words that are kept with their classes. */
const mostKept = 50_000;

/** The class of a word by its form, looked up once for each form. There are no more classes than words in phrases allow. */
export function wordClasses(
  { words, stems }: PhraseStates,
  levels: ReadonlyMap<string, number>,
): (form: string) => WordClass {
  const longestStem = [...stems.keys()].reduce((longest, { length }) => Math.max(longest, length), 0);
  const classes = new Map<string, WordClass>();
  const kept = new Map<string, WordClass>();

  function classOf(form: string): WordClass {
    const level = levels.get(form) ?? null;
    const tests = [words.get(form)].filter((test) => test !== undefined);
    for (let length = 1; length <= Math.min(longestStem, form.length); length++) {
      const test = stems.get(form.slice(0, length));
      if (test !== undefined) tests.push(test);
    }
    const key = `${level} ${tests.join(' ')}`;
    const known = classes.get(key) ?? { tests, level };
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
