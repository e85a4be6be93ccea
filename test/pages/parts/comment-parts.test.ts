import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/model/reading.ts';
import { noViews, type Views } from '../../../src/model/views.ts';
import { commentParts } from '../../../src/pages/parts/comment-parts.ts';

const reading = (text: string, views: Partial<Views>): Reading => ({
  objective: 1,
  period: '2023',
  score: null,
  text,
  views: { ...noViews, ...views },
  obstacles: [],
  courses: [],
  decision: null,
});
const shown = (of: Reading) =>
  commentParts(of, []).map(({ label, segments }) => [label, segments.map(({ text }) => text).join('')]);

describe('a cell in its parts', () => {
  test('names the standard’s words, the comment and the action, and keeps what stands between', () => {
    const text = 'Defined as - All is well. Commentary: It is. Action: Keep it.';
    const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(
      shown(
        reading(text, {
          criterion: span('All is well.'),
          criterionLevel: 4,
          commentary: [span('It is.')],
          actions: [span('Keep it.')],
        }),
      ),
    ).toEqual([
      [null, 'Defined as - '],
      ['The standard for level 4, as quoted here', 'All is well.'],
      [null, ' Commentary: '],
      ['Comment', 'It is.'],
      [null, ' Action: '],
      ['Action', 'Keep it.'],
    ]);
  });

  test('gives words that are two things at once the name of the smaller', () => {
    const text = 'It is. To be a 5, more is needed.';
    const requirement = { start: 7, end: text.length, level: 5 };
    const views = { commentary: [{ start: 0, end: text.length }], requirements: [requirement] };
    expect(shown(reading(text, views))).toEqual([
      ['Comment', 'It is. '],
      ['What a higher level asks', 'To be a 5, more is needed.'],
    ]);
  });

  test('has every character once, whatever the views are', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const spans = fc.array(span, { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.string({ minLength: 30, maxLength: 30 }),
        span,
        spans,
        spans,
        (text, criterion, commentary, actions) => {
          const parts = shown(reading(text, { criterion, commentary, actions }));
          expect(parts.map(([, words]) => words).join('')).toBe(text);
        },
      ),
    );
  });
});
