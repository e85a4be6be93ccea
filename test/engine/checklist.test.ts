import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChecklistLevel, levelInterval, standingBetween } from '../../src/engine/checklist.ts';
import { type StatementAnswer, statementAnswers } from '../../src/model/statement.ts';

/** A level with answers to its statements; `+` met, `-` not met, `?` not evidenced; `~` ends what is held in part. */
function level(number: number, written: string): ChecklistLevel {
  const answers: Readonly<Record<string, StatementAnswer>> = {
    '+': 'met',
    '-': 'not-met',
    '?': 'not-evidenced',
  };
  return {
    level: number,
    complete: !written.endsWith('~'),
    statements: [...written.replace('~', '')].map((sign, at) => ({
      id: `${number}-${at}`,
      text: `Statement ${at} of ${number}`,
      answer: answers[sign] ?? 'not-evidenced',
    })),
  };
}

/** Levels from a number on, one word each. */
const ladder = (from: number, ...words: readonly string[]) => words.map((word, at) => level(from + at, word));

describe('the levels that answers leave open', () => {
  test.each([
    ['nothing is held', ['', '', '', '', ''], 1, 5],
    ['all is met', ['+', '++', '+', '+', '+++'], 5, 5],
    ['one statement of 3 is not evidenced', ['+', '++', '+?', '+', '+'], 2, 5],
    ['one statement of 3 is not met', ['+', '++', '+-', '+', '+'], 2, 2],
    ['3 is not held, and 4 is met', ['+', '+', '', '+', '?'], 2, 5],
    ['3 is not held, and 5 is ruled out', ['+', '+', '', '+', '-'], 2, 4],
    ['3 is held in part and met', ['+', '+', '+~', '+', '+'], 2, 5],
    ['3 is held in part and not met', ['+', '+', '-~', '+', '+'], 2, 2],
    ['the lowest is not met: it stays the floor', ['-', '+', '?', '', ''], 2, 5],
    ['the lowest is not held: it stays the floor', ['', '+', '-', '', ''], 2, 2],
  ])('%s', (_, words, low, high) => {
    expect(levelInterval(ladder(1, ...words))).toEqual({ low, high });
  });

  test('begin at 0 where the levels do', () => {
    expect(levelInterval(ladder(0, '', '+', '?', ''))).toEqual({ low: 1, high: 3 });
    expect(levelInterval(ladder(0, '-', '-', '+', '+'))).toEqual({ low: 0, high: 0 });
  });

  test('are the one level of a framework of one', () => {
    expect(levelInterval(ladder(7, '?'))).toEqual({ low: 7, high: 7 });
    expect(() => levelInterval([])).toThrow('no levels');
  });
});

describe('what stands between two levels', () => {
  test('is what is not met on the way, and which levels are not held', () => {
    const { statements, unknown } = standingBetween(ladder(1, '?', '-', '+?', '', '-~'), 2, 5);
    expect(statements.map(({ id, answer }) => [id, answer])).toEqual([
      ['3-1', 'not-evidenced'],
      ['5-0', 'not-met'],
    ]);
    expect(unknown).toEqual([4, 5]);
  });

  test('is nothing on the way to the floor', () => {
    expect(standingBetween(ladder(1, '-', '+'), 0, 1)).toEqual({ statements: [], unknown: [] });
  });
});

const answer = fc.constantFrom(...statementAnswers);
const levels = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.record({ answers: fc.array(answer, { maxLength: 4 }), complete: fc.boolean() }), {
      minLength: 1,
      maxLength: 9,
    }),
  )
  .map(([from, drawn]) =>
    drawn.map(({ answers, complete }, at) => ({
      level: from + at,
      complete,
      statements: answers.map((each, place) => ({
        id: `${at}-${place}`,
        text: `${at} ${place}`,
        answer: each,
      })),
    })),
  );

/** A checklist with one answer changed; the same where it has no statement at the place. */
function changed(list: readonly ChecklistLevel[], at: number, to: StatementAnswer) {
  let place = 0;
  return list.map((each) => ({
    ...each,
    statements: each.statements.map((one) => (place++ === at ? { ...one, answer: to } : one)),
  }));
}

describe('always', () => {
  test('low is at most high, and both are levels', () => {
    fc.assert(
      fc.property(levels, (list) => {
        const { low, high } = levelInterval(list);
        expect(low).toBeLessThanOrEqual(high);
        const numbers = list.map((each) => each.level);
        expect(numbers).toContain(low);
        expect(numbers).toContain(high);
      }),
    );
  });

  test('what becomes met lowers nothing, what becomes not met raises nothing', () => {
    fc.assert(
      fc.property(levels, fc.nat(35), (list, at) => {
        const before = levelInterval(changed(list, at, 'not-evidenced'));
        const met = levelInterval(changed(list, at, 'met'));
        const not = levelInterval(changed(list, at, 'not-met'));
        expect(met.low).toBeGreaterThanOrEqual(before.low);
        expect(met.high).toBe(before.high);
        expect(not.high).toBeLessThanOrEqual(before.high);
        expect(not.low).toBe(before.low);
      }),
    );
  });

  test('what is unknown awards no level and rules none out', () => {
    fc.assert(
      fc.property(levels, fc.nat(8), (list, at) => {
        const without = list.map((each, place) => (place === at ? { ...each, statements: [] } : each));
        const cut = list[at];
        const { low, high } = levelInterval(without);
        if (cut !== undefined && at > 0) expect(low).toBeLessThan(cut.level);
        expect(low).toBeLessThanOrEqual(levelInterval(list).low);
        expect(high).toBeGreaterThanOrEqual(levelInterval(list).high);
      }),
    );
  });

  test('the order of levels and statements changes nothing', () => {
    fc.assert(
      fc.property(levels, (list) => {
        const turned = list
          .map((each) => ({ ...each, statements: each.statements.toReversed() }))
          .toReversed();
        expect(levelInterval(turned)).toEqual(levelInterval(list));
        const ids = (of: readonly ChecklistLevel[]) =>
          standingBetween(of, 0, 20)
            .statements.map(({ id }) => id)
            .sort();
        expect(ids(turned)).toEqual(ids(list));
      }),
    );
  });

  test('nothing stands on the way to a level exactly where the low pass reaches it', () => {
    fc.assert(
      fc.property(levels, (list) => {
        const bottom = list[0]?.level ?? 0;
        const { low, high } = levelInterval(list);
        for (const { level: to } of list) {
          const { statements, unknown } = standingBetween(list, bottom, to);
          expect(statements.length + unknown.length === 0).toBe(to <= low);
          expect(statements.some((one) => one.answer === 'not-met')).toBe(to > high);
        }
      }),
    );
  });
});
