import { describe, expect, it } from 'vitest';
import { parsePhrase, setsIn } from '../../src/model/phrase.ts';

describe('a written phrase', () => {
  it.each([
    ['', 'an empty alternative'],
    ['()', 'an empty alternative'],
    ['(a|)', 'an empty alternative'],
    ['(a', 'a missing ")"'],
    ['[a', 'a missing "]"'],
    ['a)', '")" without its opening bracket'],
    ['a | b', '"|" without its opening bracket'],
    ['..0 a', 'a gap of 0 words (1 to 12 are allowed)'],
    ['a ..13 b', 'a gap of 13 words (1 to 12 are allowed)'],
    ['a . b', '".", which has no meaning here'],
    ['a*b', '"a*b", whose * is not at its end'],
    ['{', '"{", which has no meaning here'],
    ['*', '"*", which has no meaning here'],
    ['{Set}', '"{", which has no meaning here'],
    ['<lvl> a', '"<", which has no meaning here'],
    ['[a]', 'nothing that must be there'],
    ['..3', 'nothing that must be there'],
    ['^', 'nothing that must be there'],
    ['(^|a) ([b]|c)', 'nothing that must be there'],
  ])('%j is refused: %s', (written, fault) => {
    const parsed = parsePhrase(written);
    expect('fault' in parsed ? parsed.fault : '').toBe(fault);
  });

  it('is read as steps', () => {
    expect(parsePhrase("^ Can't resourc* ..3 (a|b c) [d] <level> {others}")).toEqual([
      { kind: 'start' },
      { kind: 'word', word: "can't", stem: false },
      { kind: 'word', word: 'resourc', stem: true },
      { kind: 'gap', most: 3 },
      {
        kind: 'choice',
        optional: false,
        options: [
          [{ kind: 'word', word: 'a', stem: false }],
          [
            { kind: 'word', word: 'b', stem: false },
            { kind: 'word', word: 'c', stem: false },
          ],
        ],
      },
      { kind: 'choice', optional: true, options: [[{ kind: 'word', word: 'd', stem: false }]] },
      { kind: 'level' },
      { kind: 'set', name: 'others' },
    ]);
  });

  it('names its sets at any depth', () => {
    const parsed = parsePhrase('a (b|[c {one}] {two}) {one}');
    expect('fault' in parsed ? [] : setsIn(parsed)).toEqual(['one', 'two', 'one']);
  });
});
