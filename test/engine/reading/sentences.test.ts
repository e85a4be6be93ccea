import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentencesIn, trimmed, withoutEndMark } from '../../../src/engine/reading/sentences.ts';

const all = (text: string) =>
  sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

it('a text is read sentence by sentence, without the space between them', () => {
  expect(all(' We keep a register.  It is public! Is it used?\nYes ')).toEqual([
    'We keep a register.',
    'It is public!',
    'Is it used?',
    'Yes',
  ]);
  expect(all('')).toEqual([]);
  expect(all(' \n ')).toEqual([]);
});

it('a decimal and a level do not end a sentence', () => {
  expect(all('Spend rose by 2.5% in a year. A 4 needs more.')).toHaveLength(2);
});

it('only what is inside the span is read, with offsets into the whole text', () => {
  const text = 'First one. Second one. Third one.';
  expect(sentencesIn(text, { start: 11, end: 22 })).toEqual([{ start: 11, end: 22 }]);
});

it('sentences follow each other, and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'B', '.', '! ', ' ', '\n', "'", '?')), (parts) => {
      const text = parts.join('');
      const spans = sentencesIn(text, { start: 0, end: text.length });
      const kept = spans.map(({ start, end }) => text.slice(start, end)).join('');
      expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
    }),
    { seed: 3 },
  );
});

it('white space and end marks fall away at the ends alone', () => {
  const text = '  a. b ?! ';
  const span = trimmed(text, { start: 0, end: text.length });
  expect(text.slice(span.start, span.end)).toBe('a. b ?!');
  const bare = withoutEndMark(text, span);
  expect(text.slice(bare.start, bare.end)).toBe('a. b');
});
