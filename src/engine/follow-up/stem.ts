const endings = [
  'ations',
  'ation',
  'ating',
  'ments',
  'ment',
  'ates',
  'ated',
  'ings',
  'ions',
  'ate',
  'ing',
  'ion',
  'ies',
  'ied',
  'ed',
  'es',
  's',
  'e',
  'y',
] as const;
const shortest = 4;

/**
 * A word without the endings of its English forms, so that "created", "creation" and "creates" are one:
 * the longest ending first, again and again, while four letters stay. A word in "ss" keeps its last letter.
 * @param form a word in lower case
 */
export function stem(form: string): string {
  const word = form.replace(/'s?$/, '');
  const ending = endings.find(
    (each) =>
      word.endsWith(each) && word.length - each.length >= shortest && !(each === 's' && word.endsWith('ss')),
  );
  return ending === undefined ? word : stem(word.slice(0, -ending.length));
}
