import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, markedText } from '../../../src/pages/parts/marked-text.ts';

const mark = (start: number, end: number, note = 'limit 1'): Mark => ({ start, end, note, href: '#limit-1' });

describe('a marked text', () => {
  test('is cut where a mark begins and ends, and says what it proves', () => {
    expect(markedText('It can only be so.', [mark(3, 11)])).toEqual([
      { text: 'It ', marked: false, notes: [] },
      { text: 'can only', marked: true, notes: [{ note: 'limit 1', href: '#limit-1' }] },
      { text: ' be so.', marked: false, notes: [] },
    ]);
  });

  test('keeps both notes where marks overlap or are the same', () => {
    const same = markedText('abc', [mark(0, 3, 'limit 1'), mark(0, 3, 'target')]);
    expect(same.map(({ notes }) => notes.map(({ note }) => note))).toEqual([['limit 1', 'target']]);
    const over = markedText('abcd', [mark(0, 3, 'limit 1'), mark(1, 4, 'limit 2')]);
    expect(over.map(({ text, notes }) => [text, ...notes.map(({ note }) => note)])).toEqual([
      ['a'],
      ['bc', 'limit 1'],
      ['d', 'limit 2'],
    ]);
  });

  test('without marks, or with marks beyond it, is one piece', () => {
    expect(markedText('abc', [])).toEqual([{ text: 'abc', marked: false, notes: [] }]);
    expect(markedText('abc', [mark(7, 9)])).toEqual([{ text: 'abc', marked: false, notes: [] }]);
    expect(markedText('', [])).toEqual([]);
  });

  test('has every character once, and marks exactly what the marks cover', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, (text, pairs) => {
        const marks = pairs.map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
        const segments = markedText(text, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        let at = 0;
        for (const segment of segments) {
          for (let index = at; index < at + segment.text.length; index += 1)
            expect(segment.marked).toBe(marks.some(({ start, end }) => start <= index && index < end));
          at += segment.text.length;
        }
        const within = marks.filter(({ start, end }) => start < end && end <= text.length);
        expect(segments.flatMap(({ notes }) => notes).length).toBe(within.length);
      }),
    );
  });
});
