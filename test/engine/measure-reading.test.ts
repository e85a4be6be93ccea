import { expect, test } from 'vitest';
import { readingMeasures } from '../../src/app/rules/reading-measure.ts';
import { evaluator } from '../../src/engine/evaluate.ts';
import { measureReading } from '../../src/engine/measure-reading.ts';
import type { ReadComment } from '../../src/model/comment-set.ts';
import { loadPack } from '../../src/pack/load.ts';
import { allotment } from '../pack/allotment.ts';

const pack = loadPack(allotment);
const evaluate = evaluator(pack);

function comment(id: string, text: string, causes: ReadComment['expected']['causes']): ReadComment {
  const stated = causes.some(({ strength }) => strength === 'stated');
  return { id, score: '1', text, expected: { causes, decision: 'none', stance: stated ? 'hold' : 'open' } };
}

const comments: readonly ReadComment[] = [
  comment('found', 'There is no time.', [{ cause: 'time', strength: 'stated', level: 1, quote: 'no time' }]),
  comment('at-another-level', 'There is no time.', [
    { cause: 'time', strength: 'stated', level: 2, quote: 'no time' },
  ]),
  comment('as-possible', 'A bed may need the neighbours.', [
    { cause: 'neighbours', strength: 'stated', level: 1, quote: 'may need the neighbours' },
  ]),
  comment('missed', 'The fence is theirs.', [
    { cause: 'neighbours', strength: 'stated', level: 1, quote: 'theirs' },
  ]),
  comment('wrong', 'There is no time like spring.', []),
  comment('nothing', 'The heap is turned.', []),
];

test('what is read is put beside what is meant', async () => {
  const measured = await measureReading(pack, evaluate, comments);
  const short = (list: readonly { cause: string; strength: string; quote: string }[]) =>
    list.map(({ cause, strength, quote }) => `${cause} ${strength}: ${quote}`);
  expect(
    measured.map(({ id, found, missed, wrong, ceilingRight, cappedWrongly }) => ({
      id,
      found: short(found),
      missed: short(missed),
      wrong: short(wrong),
      ceiling: cappedWrongly ? 'wrongly' : ceilingRight,
    })),
  ).toMatchInlineSnapshot(`
    [
      {
        "ceiling": true,
        "found": [
          "time stated: There is no time",
        ],
        "id": "found",
        "missed": [],
        "wrong": [],
      },
      {
        "ceiling": false,
        "found": [
          "time stated: There is no time",
        ],
        "id": "at-another-level",
        "missed": [],
        "wrong": [],
      },
      {
        "ceiling": false,
        "found": [],
        "id": "as-possible",
        "missed": [
          "neighbours stated: may need the neighbours",
        ],
        "wrong": [
          "neighbours hedged: A bed may need the neighbours",
        ],
      },
      {
        "ceiling": false,
        "found": [],
        "id": "missed",
        "missed": [
          "neighbours stated: theirs",
        ],
        "wrong": [],
      },
      {
        "ceiling": "wrongly",
        "found": [],
        "id": "wrong",
        "missed": [],
        "wrong": [
          "time stated: There is no time like spring",
        ],
      },
      {
        "ceiling": true,
        "found": [],
        "id": "nothing",
        "missed": [],
        "wrong": [],
      },
    ]
  `);
});

test('the shares of a set follow from its comments, and stand by cause', async () => {
  const [measure] = await readingMeasures(pack, evaluate, [{ name: 'few', use: 'to-write-by', comments }]);
  const counts = ({ count, n }: { count: number; n: number }) => `${count} of ${n}`;
  expect(measure && counts(measure.precision)).toBe('2 of 4');
  expect(measure && counts(measure.recall)).toBe('2 of 4');
  expect(measure && counts(measure.levels)).toBe('1 of 2');
  expect(measure && counts(measure.cappedWrongly)).toBe('1 of 2');
  expect(
    measure?.byCause.map(({ cause, precision, recall }) => [cause, counts(precision), counts(recall)]),
  ).toEqual([
    ['neighbours', '0 of 1', '0 of 2'],
    ['time', '2 of 3', '2 of 2'],
  ]);
});

test('without comments there is nothing to say', async () => {
  expect(await readingMeasures(pack, evaluate, [])).toEqual([]);
});
