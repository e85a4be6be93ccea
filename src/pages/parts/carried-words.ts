import { countWords } from './words.ts';

/** What is asked of a plan, in a few words: "60 officer-days and weights". */
export function carriedWords(asks: Readonly<Record<string, string>>): string {
  const { days } = asks;
  const kinds = { minimum: 'minimum levels', lock: 'settled targets', weight: 'weights' };
  const steps = { effort: 'days of steps', levels: 'levels a year' };
  return new Intl.ListFormat('en-GB').format([
    ...(days === undefined ? [] : [countWords(Number(days), 'officer-day')]),
    ...Object.entries({ ...kinds, ...steps }).flatMap(([name, words]) =>
      asks[name] === undefined ? [] : [words],
    ),
  ]);
}
