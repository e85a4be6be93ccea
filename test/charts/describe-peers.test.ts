import { expect, test } from 'vitest';
import { describePeerCauses } from '../../src/charts/describe/peer-causes.ts';
import { describePeerLevels } from '../../src/charts/describe/peer-levels.ts';
import { describePeerPeriods } from '../../src/charts/describe/peer-periods.ts';
import { describePeerUptake } from '../../src/charts/describe/peer-uptake.ts';
import { peerCausesRows, peerLevelsRows, peerPeriodsRows, peerUptakeRows } from './peer-sample-rows.ts';

test('the own position comes first, then every part, then what is not given and why', () => {
  const { headline, sentences } = describePeerLevels(peerLevelsRows());
  expect([headline, ...sentences]).toMatchInlineSnapshot(`
    [
      "Beside all orchards in 2023: around the middle; 88% of the others’ scores are at level 2 or above.",
      "All objectives: of 80 scores of others, 10 at level 1 (13%), 20 at level 2 (25%), 40 at level 3 (50%) and 10 at level 4 (13%); own mean 2.38, around the middle (position 40%); 2 objectives left out.",
      "Trees: of 40 scores of others, 2 at level 1 (5%), 10 at level 2 (25%), 20 at level 3 (50%) and 8 at level 4 (20%); own mean 3.00, higher than most (position 75%).",
      "Not given for Soil & water, with a name so long that it takes a second line: none of its objectives can be compared.",
    ]
  `);
});

test('moves are told by step, with the interval', () => {
  const { headline, sentences } = describePeerUptake(peerUptakeRows());
  expect([headline, ...sentences]).toMatchInlineSnapshot(`
    [
      "From 2022 to 2023 the next level was reached by 50% at level 1, 13% at level 2 (others: all orchards).",
      "1 to 2: typical: 15 of 30 reached the next level (50%, interval 33% to 67%).",
      "2 to 3: stretch: 4 of 31 reached the next level (13%, interval 5% to 29%); 1 objective not told.",
      "Trees: stretch: 19 of 61 reached the next level (31%, interval 20% to 44%).",
      "Not given for Soil & water, with a name so long that it takes a second line: fewer than 20 moves are known.",
    ]
  `);
});

test('moves by section alone are told by section', () => {
  const rows = peerUptakeRows().filter(({ by }) => by === 'section');
  expect(describePeerUptake(rows).headline).toMatchInlineSnapshot(
    `"From 2022 to 2023 the next level was reached by 31% in Trees (others: all orchards)."`,
  );
});

test('causes are told with what is not in their count', () => {
  const { headline, sentences } = describePeerCauses(peerCausesRows());
  expect([headline, ...sentences]).toMatchInlineSnapshot(`
    [
      "Where it can be told, the reason given most often in 2023 is the weather (40 times); others outside could lift 40 of all 54.",
      "The weather (outside): given 40 times; of 40 told, 12 above its level all the same; by fewer than ten on 1 objective; withheld on 1 objective.",
      "Too few spades (inside): given 14 times; of 14 told, 0 above its level all the same; by nearly all on 1 objective; by fewer than ten on 3 objectives.",
      "Bees next door (outside): no number can be told; by fewer than ten on 4 objectives.",
    ]
  `);
});

test('a cause that nearly all gave is the most frequent one, though no number is told', () => {
  const rows = peerCausesRows()
    .filter(({ cause }) => cause === 'bees')
    .map((row) => ({ ...row, nearlyAll: 2 }));
  expect(describePeerCauses(rows).headline).toMatchInlineSnapshot(
    `"Where it can be told, the reason given most often in 2023 is bees next door (by nearly all on 2 objectives)."`,
  );
});

test('causes that fewer than ten gave everywhere have no most frequent one', () => {
  const rows = peerCausesRows().filter(({ cause }) => cause === 'bees');
  expect(describePeerCauses(rows).headline).toMatchInlineSnapshot(
    `"On no objective can it be told how often a reason was given."`,
  );
});

test('others and oneself are told period by period', () => {
  const { headline, sentences } = describePeerPeriods(peerPeriodsRows());
  expect([headline, ...sentences]).toMatchInlineSnapshot(`
    [
      "Scores of others (all orchards) at level 2 or above: 50% in 2021 (here 25%), 55% in 2022 (here 75%), 60% in 2023 (here 100%).",
      "All objectives: 2021 others 50% (interval 40% to 60%), here 25%; 2022 others 55% (interval 45% to 65%), here 75%; 2023 others 60% (interval 50% to 70%), here 100%.",
      "Soil & water, with a name so long that it takes a second line: 2021 others 50% (interval 40% to 60%), here 50%; 2022 others 55% (interval 45% to 65%), here 50%; 2023 not given.",
      "Not given: none of its objectives can be compared.",
    ]
  `);
});

test('where nothing is given the reasons are the headline, and a sentence stands as it is', () => {
  const withheld = peerUptakeRows().filter(({ why }) => why !== '');
  expect(describePeerUptake(withheld)).toMatchObject({
    empty: true,
    headline: 'Figures of others are not given: fewer than 20 moves are known.',
    sentences: [],
  });
  const nobody = peerCausesRows().map((row) => ({ ...row, why: 'There is nobody to compare with.' }));
  expect(describePeerCauses(nobody)).toMatchObject({
    empty: true,
    headline: 'There is nobody to compare with.',
  });
});
