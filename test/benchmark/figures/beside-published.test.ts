import { expect, test } from 'vitest';
import { besidePublished } from '../../../src/benchmark/figures/beside-published.ts';
import { garden, score } from './garden.ts';

const source = 'An invented survey';
const own = new Map([
  [1, score('2/3')],
  [2, score('4')],
]);

test('a published average stands beside the own one, with its source', () => {
  const found = besidePublished(
    [
      { section: null, objective: null, figure: 2.638, n: 120, period: '2030', source },
      { section: 'soil', objective: null, figure: 3, n: null, period: '2030', source },
      { section: null, objective: 1, figure: 2.5, n: 60, period: '2030', source },
      { section: 'people', objective: null, figure: 2, n: 60, period: '2030', source },
    ],
    own,
    garden,
  );
  expect(found.map((one) => one.own)).toEqual([
    { mean: 3.25, n: 2 },
    { mean: 3.25, n: 2 },
    { mean: 2.5, n: 1 },
    null,
  ]);
  expect(found.map(({ sentence }) => sentence)).toMatchInlineSnapshot(`
    [
      "A garden rubric: a published average of 2.64 (2030, n = 120; An invented survey); here 3.25 over 2 of 3 objectives.",
      "Soil: a published average of 3 (2030, of how many is not said; An invented survey); here 3.25 over 2 of 2 objectives.",
      "Compost: a published average of 2.5 (2030, n = 60; An invented survey); here 2.5.",
      "People: a published average of 2 (2030, n = 60; An invented survey); not scored here.",
    ]
  `);
});
