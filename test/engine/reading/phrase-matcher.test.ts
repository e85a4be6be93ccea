import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseMatcher } from '../../../src/engine/reading/phrase-matcher.ts';
import { type Word, wordsOf } from '../../../src/engine/reading/words.ts';
import { type PhraseStep, parsePhrase } from '../../../src/model/phrase.ts';
import { referenceMatch } from './reference-matcher.ts';

const levels = new Map([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['leader', 2],
]);

function steps(written: string): readonly PhraseStep[] {
  const parsed = parsePhrase(written);
  if ('fault' in parsed) throw new Error(`${written}: ${parsed.fault}`);
  return parsed;
}

function setsOf(written: Readonly<Record<string, readonly string[]>>) {
  return new Map(Object.entries(written).map(([name, phrases]) => [name, phrases.map(steps)]));
}

/** The words that a phrase finds in a text, with the level that they name; null where it finds none. */
function found(
  phrase: string | readonly string[],
  text: string,
  others: Readonly<Record<string, string[]>> = {},
) {
  const sets = setsOf({ it: [phrase].flat(), ...others });
  const words = wordsOf(text);
  const match = phraseMatcher(sets, levels)(words).match('it');
  if (match === null) return null;
  const [first, last] = [words[match.start], words[match.end - 1]];
  const quote = text.slice(first?.start, last?.end);
  return match.level === null ? quote : [quote, match.level];
}

describe('a phrase', () => {
  it('finds whole words in any case, wherever they stand', () => {
    expect(found('can only', 'A 5 CAN only be reached so')).toBe('CAN only');
    expect(found('can only', 'they can, only, wait')).toBe('can, only');
    expect(found('can', 'candour, and cannot')).toBeNull();
    expect(found('can only', 'only can')).toBeNull();
  });

  it('takes a stem for every word that begins so', () => {
    expect(found('resourc*', 'for want of resourcing')).toBe('resourcing');
    expect(found('resourc*', 'a resource')).toBe('resource');
    expect(found('resourc*', 'they re-source')).toBeNull();
  });

  it('takes straight and curly apostrophes, and hyphens inside words', () => {
    expect(found("can't", 'we can’t')).toBe('can’t');
    expect(found("can't", "we can't")).toBe("can't");
    expect(found('cost-effective', 'is Cost-effective')).toBe('Cost-effective');
  });

  it('takes one of several alternatives, of one word or more', () => {
    expect(found('(no|not enough) staff', 'there is not enough staff')).toBe('not enough staff');
    expect(found('(no|not enough) staff', 'no staff')).toBe('no staff');
    expect(found('(no|not enough) staff', 'enough staff')).toBeNull();
  });

  it('takes what is optional or leaves it out', () => {
    expect(found('is [not|never] possible', 'is never possible')).toBe('is never possible');
    expect(found('is [not|never] possible', 'is possible')).toBe('is possible');
    expect(found('is [not|never] possible', 'is hardly possible')).toBeNull();
  });

  it('bridges a gap of no words up to its width', () => {
    expect(found('can only ..2 joint', 'can only joint')).toBe('can only joint');
    expect(found('can only ..2 joint', 'can only be by joint')).toBe('can only be by joint');
    expect(found('can only ..2 joint', 'can only be reached by joint')).toBeNull();
  });

  it('that ends in a gap takes as many words as there are, up to its width', () => {
    expect(found('waiting for ..3', 'waiting for the new system to go live')).toBe(
      'waiting for the new system',
    );
    expect(found('waiting for ..3', 'we are waiting for it')).toBe('waiting for it');
  });

  it('with ^ stands at the beginning only', () => {
    expect(found('^ (none|nil)', 'None at present')).toBe('None');
    expect(found('^ (none|nil)', 'there are none')).toBeNull();
    expect(found('^ ..2 keep', 'we will keep it')).toBe('we will keep');
    expect(found('^ ..2 keep', 'next year we will keep it')).toBeNull();
    expect(found('[^ we] keep', 'they keep')).toBe('keep');
  });

  it('takes a level by number or name, and says which', () => {
    expect(found('a <level> requires', 'here a 2 requires more')).toEqual(['a 2 requires', 2]);
    expect(found('to be <level>', 'to be Leader')).toEqual(['to be Leader', 2]);
    expect(found('a <level> requires', 'a 7 requires more')).toBeNull();
    expect(found('a [<level>] score', 'a score')).toBe('a score');
  });

  it('takes any phrase of a set, at any depth', () => {
    const others = { who: ['neighbour*', '{whom} council*'], whom: ['other', 'several'] };
    expect(found('with {who}', 'only with several councils', others)).toBe('with several councils');
    expect(found('with {who}', 'only with neighbours', others)).toBe('with neighbours');
    expect(found('with {who}', 'only with councils', others)).toBeNull();
  });
});

describe('a set of phrases', () => {
  it('gives the first match, and the longest of those that begin there', () => {
    expect(found(['b', 'a b', 'a b c'], 'x a b c b')).toBe('a b c');
    expect(found(['c', 'a ..5 d', 'b'], 'a b c')).toBe('b');
  });

  it('finds nothing in no words', () => {
    expect(found(['a', '[b] c'], '')).toBeNull();
  });

  it('does not see what stands before the word that it begins from', () => {
    const match = phraseMatcher(setsOf({ it: ['^ b', 'a'] }), levels);
    expect(match(wordsOf('a b c'), 1).match('it')).toEqual({ start: 1, end: 2, level: null });
    expect(match(wordsOf('a b c'), 2).match('it')).toBeNull();
  });

  it('says no set that there is not', () => {
    const said = phraseMatcher(setsOf({ it: ['a'] }), levels)(wordsOf('a'));
    expect([said.says('it'), said.says('other'), said.match('other')]).toEqual([true, false, null]);
  });

  it('is found whatever other words were read since', () => {
    const match = phraseMatcher(setsOf({ it: ['a b'], other: ['b'] }), levels);
    const [first, second] = [match(wordsOf('x a b')), match(wordsOf('b'))];
    expect([first.says('it'), second.says('it'), second.match('other')?.start]).toEqual([true, false, 0]);
    expect([first.match('it')?.start, first.match('other')?.start]).toEqual([1, 2]);
  });
});

describe('the law of matching', () => {
  const letter = fc.constantFrom('a', 'b', 'ab', 'abb', 'ba', '1', '2', 'leader');
  const step: fc.Arbitrary<string> = fc.letrec<{ step: string; phrase: string }>((tie) => ({
    step: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('a', 'b', 'ab', 'a*', 'b*', '<level>', '^', '..1', '..3', '{other}'),
      fc.array(tie('phrase'), { minLength: 1, maxLength: 3 }).map((options) => `(${options.join('|')})`),
      fc.array(tie('phrase'), { minLength: 1, maxLength: 2 }).map((options) => `[${options.join('|')}]`),
    ),
    phrase: fc.array(tie('step'), { minLength: 1, maxLength: 3 }).map((steps) => steps.join(' ')),
  })).phrase;
  const phrase = step.filter((written) => !('fault' in parsePhrase(written)));
  const plain = phrase.filter((written) => !written.includes('{'));

  it('finds what trying everything finds: same beginning, same end, a level that fits', () => {
    let matches = 0;
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 3 }),
        fc.array(plain, { minLength: 1, maxLength: 2 }),
        fc.array(letter, { maxLength: 9 }),
        (it, other, words) => {
          const sets = setsOf({ it, other });
          const match = phraseMatcher(sets, levels)(wordsOf(words.join(' '))).match('it');
          const reference = referenceMatch('it', sets, levels, words);
          expect(match && { start: match.start, end: match.end }).toEqual(
            reference && { start: reference.start, end: reference.end },
          );
          if (match !== null) expect(reference?.levels).toContain(match.level);
          matches += match === null ? 0 : 1;
        },
      ),
      { seed: 59, numRuns: process.env['HEADROOM_TEST_LONG'] === undefined ? 2000 : 50_000 },
    );
    expect(matches).toBeGreaterThan(500);
  });
});

describe('the work of matching', () => {
  const adversaries: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['gaps after gaps that never end', ['a ..12 a ..12 a ..12 a ..12 b'], ['a', 'c']],
    ['options inside options', [`${'[a|b] '.repeat(200)} c`], ['a', 'b']],
    ['alternatives that share their beginning', [`${'(a|a a|a b a) '.repeat(60)} c`], ['a', 'b']],
    ['stems of one letter', ['a* ..12 (a*|ab*) ..12 (a ..12|b) ..12 c'], ['ab', 'a', 'b']],
  ];

  it.each(adversaries)('does not hang on %s, and finds the same', (_, phrases, letters) => {
    const sets = setsOf({ it: phrases });
    const seed = Array.from({ length: 3000 }, (_, index) => (index * index * 7919 + index * 104729) % 8191);
    const words = seed.map((number) => letters[number % letters.length] ?? '');
    expect(phraseMatcher(sets, levels)(wordsOf(words.join(' '))).match('it')).toBeNull();
    const ending = [...words.slice(0, 70), phrases[0]?.endsWith('b') ? 'b' : 'c'];
    const match = phraseMatcher(sets, levels)(wordsOf(ending.join(' '))).match('it');
    const reference = referenceMatch('it', sets, levels, ending);
    expect(match && [match.start, match.end]).toEqual(reference && [reference.start, reference.end]);
  });

  it('looks at each word of a text once', () => {
    let count = 0;
    const words = Array.from(
      { length: 2000 },
      (_, index): Word => ({
        start: index,
        end: index + 1,
        get form() {
          count += 1;
          return 'a';
        },
      }),
    );
    phraseMatcher(setsOf({ it: ['a ..12 a ..12 b'] }), levels)(words);
    expect(count).toBe(2000);
  });
});
