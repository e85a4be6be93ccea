import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, controlCharacters } from '../../src/model/cell-text.ts';

test('the text of a cell has paragraphs with one line end between them, and single spaces', () => {
  expect(canonicalText(' Two\u00a0 heaps\t\r\n\r\n turned \r')).toBe('Two heaps\nturned');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
    }),
  );
});

test('what is no text is named once each', () => {
  expect(controlCharacters('a\tb\nc\r')).toEqual([]);
  expect(controlCharacters('\u0007\u0007\u007f\u0085\ud800\uffff\u{1F600}')).toEqual([
    'U+0007',
    'U+007F',
    'U+0085',
    'U+D800',
    'U+FFFF',
  ]);
});
