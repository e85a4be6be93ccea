import { describe, expect, test } from 'vitest';
import { describeDistribution } from '../../src/charts/describe/distribution.ts';
import { describeFrontier } from '../../src/charts/describe/frontier.ts';
import { describeLadder } from '../../src/charts/describe/ladder.ts';
import { describeLevels } from '../../src/charts/describe/levels.ts';
import { describeMatrix } from '../../src/charts/describe/matrix.ts';
import { describeMoves } from '../../src/charts/describe/moves.ts';
import { describeSeries } from '../../src/charts/describe/series.ts';
import { midSentence, percent } from '../../src/charts/describe/words.ts';
import type { CeilingsRow, HeadroomRow, LevelsRow, MovesRow, SectionsRow } from '../../src/charts/rows.ts';
import {
  ceilingsRows,
  frontierRows,
  headroomRows,
  levelsRows,
  movesRows,
  sectionsRows,
  unlockRows,
} from './sample-rows.ts';

describe('levels', () => {
  const row = (period: string, level: number, count: number, n: number): LevelsRow => ({
    period,
    section: '',
    sectionName: 'All objectives',
    level,
    levelName: level === 2 ? 'Developing' : 'Mature',
    satisfactory: 3,
    count,
    n,
    share: n === 0 ? null : count / n,
  });
  const headline = (...rows: readonly LevelsRow[]) => describeLevels(rows).headline;

  test('two years are compared', () => {
    const rows = [
      row('2022', 2, 9, 59),
      row('2022', 3, 50, 59),
      row('2023', 2, 2, 59),
      row('2023', 3, 57, 59),
    ];
    expect(describeLevels(rows)).toMatchInlineSnapshot(`
      {
        "empty": false,
        "headline": "57 of 59 objectives are at level 3 or above in 2023; 50 of 59 were in 2022.",
        "sentences": [
          "In 2022, of 59 objectives: 9 at level 2 Developing (15%) and 50 at level 3 Mature (85%).",
          "In 2023, of 59 objectives: 2 at level 2 Developing (3%) and 57 at level 3 Mature (97%).",
        ],
        "table": {
          "caption": "Objectives at each level",
          "columns": [
            {
              "numeric": false,
              "title": "Period",
            },
            {
              "numeric": true,
              "title": "Level 2 Developing",
            },
            {
              "numeric": true,
              "title": "Level 3 Mature",
            },
            {
              "numeric": true,
              "title": "Scored",
            },
          ],
          "rows": [
            [
              "2022",
              "9 (15%)",
              "50 (85%)",
              "59",
            ],
            [
              "2023",
              "2 (3%)",
              "57 (97%)",
              "59",
            ],
          ],
        },
      }
    `);
  });

  test('one year stands alone', () => {
    expect(headline(row('2023', 2, 2, 59), row('2023', 3, 57, 59))).toMatchInlineSnapshot(
      `"57 of 59 objectives are at level 3 or above in 2023."`,
    );
  });

  test('none, one, and one of one', () => {
    expect(headline(row('2022', 2, 3, 3), row('2023', 3, 1, 3), row('2023', 2, 2, 3))).toMatchInlineSnapshot(
      `"1 of 3 objectives is at level 3 or above in 2023; none of 3 was in 2022."`,
    );
    expect(headline(row('2022', 3, 1, 1), row('2023', 2, 1, 1), row('2023', 3, 0, 1))).toMatchInlineSnapshot(
      `"None of 1 objective is at level 3 or above in 2023; 1 of 1 was in 2022."`,
    );
    expect(headline(row('2023', 3, 1, 1))).toMatchInlineSnapshot(
      `"1 of 1 objective is at level 3 or above in 2023."`,
    );
  });

  test('a year without scores is not 0', () => {
    expect(headline(row('2022', 3, 0, 0), row('2023', 3, 2, 2))).toMatchInlineSnapshot(
      `"2 of 2 objectives are at level 3 or above in 2023; none was scored in 2022."`,
    );
    expect(headline(row('2022', 3, 2, 2), row('2023', 3, 0, 0))).toMatchInlineSnapshot(
      `"No objective is scored in 2023."`,
    );
    expect(headline()).toMatchInlineSnapshot(`"No objective is scored."`);
  });

  test('a section alone does not stand for the whole', () => {
    expect(headline({ ...row('2023', 3, 1, 1), section: 'soil' })).toBe('No objective is scored.');
  });
});

describe('series', () => {
  const row = (section: string, period: string, atOrAbove: number, n: number): SectionsRow => ({
    section,
    sectionName: section,
    period,
    satisfactory: 3,
    n,
    atOrAbove,
    share: n === 0 ? null : atOrAbove / n,
    mean: n === 0 ? null : 3,
  });
  const headline = (...rows: readonly SectionsRow[]) => describeSeries(rows).headline;

  test('sections in which every objective is satisfactory are counted', () => {
    expect(describeSeries(sectionsRows())).toMatchInlineSnapshot(`
      {
        "empty": false,
        "headline": "Every objective is at level 2 or above in 1 of 2 sections in 2023; in 2022 that was so in 1 of 2.",
        "sentences": [
          "All objectives: 3 of 4 in 2022, 3 of 4 in 2023.",
          "Trees: 1 of 2 in 2022, 1 of 2 in 2023.",
          "Soil & water, with a name so long that it takes a second line: 2 of 2 in 2022, 2 of 2 in 2023.",
        ],
        "table": {
          "caption": "Objectives at a satisfactory level, by section (in the mean, 2/3 counts as 2.5)",
          "columns": [
            {
              "numeric": false,
              "title": "Section",
            },
            {
              "numeric": true,
              "title": "2022",
            },
            {
              "numeric": true,
              "title": "Mean level 2022",
            },
            {
              "numeric": true,
              "title": "2023",
            },
            {
              "numeric": true,
              "title": "Mean level 2023",
            },
          ],
          "rows": [
            [
              "All objectives",
              "3 of 4 (75%)",
              "1.75",
              "3 of 4 (75%)",
              "2.38",
            ],
            [
              "Trees",
              "1 of 2 (50%)",
              "1.50",
              "1 of 2 (50%)",
              "1.75",
            ],
            [
              "Soil & water, with a name so long that it takes a second line",
              "2 of 2 (100%)",
              "2.00",
              "2 of 2 (100%)",
              "3.00",
            ],
          ],
        },
      }
    `);
  });

  test('none, one of one, and a section without scores', () => {
    expect(
      headline(row('a', '2022', 1, 2), row('a', '2023', 1, 2), row('b', '2023', 0, 1)),
    ).toMatchInlineSnapshot(
      `"Every objective is at level 3 or above in none of 2 sections in 2023; in 2022 that was so in none of 1."`,
    );
    expect(headline(row('a', '2023', 2, 2))).toMatchInlineSnapshot(
      `"Every objective is at level 3 or above in 1 of 1 section in 2023."`,
    );
    expect(headline(row('a', '2023', 0, 0))).toMatchInlineSnapshot(`"No section has a scored objective."`);
    expect(describeSeries([row('a', '2022', 0, 0), row('a', '2023', 1, 2)]).sentences).toMatchInlineSnapshot(`
      [
        "a: none scored in 2022, 1 of 2 in 2023.",
      ]
    `);
  });
});

describe('moves', () => {
  const row = (from: number, to: number, rest: Partial<MovesRow> = {}): MovesRow => ({
    ...(movesRows()[0] as MovesRow),
    from,
    to,
    fromLabel: String(from),
    toLabel: String(to),
    change: to - from,
    agreedStandard: false,
    halfStep: false,
    ...rest,
  });
  const bare = { agreedStandard: true };
  const half = { halfStep: true };
  const headline = (...rows: readonly MovesRow[]) => describeMoves(rows).headline;

  test('rises, those with nothing to compare with, and half-steps are told apart', () => {
    expect(describeMoves(movesRows())).toMatchInlineSnapshot(`
      {
        "empty": false,
        "headline": "3 of 4 objectives are higher in 2023 than in 2022, and none is lower; 1 of the 3 had no comment in 2022 to compare with; of the other 2, 1 is a half-step.",
        "sentences": [
          "1 Pruning: 1 to 1/2 (a half-step).",
          "3 Mulching: 2 to 3 (no comment in 2022 to compare with).",
          "4 Watering: 2 to 3.",
        ],
        "table": {
          "caption": "Objectives with a different score in the two periods",
          "columns": [
            {
              "numeric": true,
              "title": "Number",
            },
            {
              "numeric": false,
              "title": "Objective",
            },
            {
              "numeric": false,
              "title": "Section",
            },
            {
              "numeric": true,
              "title": "2022",
            },
            {
              "numeric": true,
              "title": "2023",
            },
            {
              "numeric": false,
              "title": "Note",
            },
          ],
          "rows": [
            [
              "1",
              "Pruning",
              "Trees",
              "1",
              "1/2",
              "a half-step",
            ],
            [
              "3",
              "Mulching",
              "Soil & water, with a name so long that it takes a second line",
              "2",
              "3",
              "no comment in 2022 to compare with",
            ],
            [
              "4",
              "Watering",
              "Soil & water, with a name so long that it takes a second line",
              "2",
              "3",
              "",
            ],
          ],
        },
      }
    `);
    const rises = [
      ...Array(13).fill(row(3, 4, bare)),
      ...Array(2).fill(row(2, 2.5, half)),
      ...Array(9).fill(row(2, 3)),
    ];
    expect(headline(...rises, ...Array(35).fill(row(3, 3)))).toMatchInlineSnapshot(
      `"24 of 59 objectives are higher in 2023 than in 2022, and none is lower; 13 of the 24 had no comment in 2022 to compare with; of the other 11, 2 are half-steps."`,
    );
  });

  test('none, one, and lower', () => {
    expect(headline(row(3, 3))).toMatchInlineSnapshot(
      `"No score differs between 2022 and 2023, of 1 objective."`,
    );
    expect(headline(row(2, 3), row(3, 2))).toMatchInlineSnapshot(
      `"1 of 2 objectives is higher in 2023 than in 2022, and 1 is lower."`,
    );
    expect(headline(row(2, 3, bare), row(3, 2), row(3, 2))).toMatchInlineSnapshot(
      `"1 of 3 objectives is higher in 2023 than in 2022, and 2 are lower; the rise had no comment in 2022 to compare with."`,
    );
    expect(headline(row(2, 2.5, half), row(2, 3))).toMatchInlineSnapshot(
      `"2 of 2 objectives are higher in 2023 than in 2022, and none is lower; 1 of the 2 is a half-step."`,
    );
    expect(headline(row(3, 2))).toMatchInlineSnapshot(
      `"None of 1 objective is higher in 2023 than in 2022, and 1 is lower."`,
    );
    expect(headline()).toMatchInlineSnapshot(`"No objective is scored in both periods."`);
  });
});

describe('ladder', () => {
  const [finish, now, , open] = headroomRows() as [HeadroomRow, HeadroomRow, HeadroomRow, HeadroomRow];
  const headline = (...rows: readonly HeadroomRow[]) => describeLadder(rows).headline;

  test('targets and ceilings are told for each objective', () => {
    expect(describeLadder(headroomRows())).toMatchInlineSnapshot(`
      {
        "empty": false,
        "headline": "1 of 4 objectives has a target above the level achieved; 1 is capped at its present level, for reasons outside the organisation.",
        "sentences": [
          "1 Pruning: score 1/2, target 2 (finish), no limit stated.",
          "2 Grafting <old stock>: score 2, target 2 (hold), ceiling 2 (capped now, outside).",
          "3 Mulching: score 2, target 2 (hold), ceiling 3 (capped later, inside).",
          "4 Watering: score 3, target 3 (open, level 4 open), no limit stated.",
        ],
        "table": {
          "caption": "Score, target and ceiling of each objective",
          "columns": [
            {
              "numeric": true,
              "title": "Number",
            },
            {
              "numeric": false,
              "title": "Objective",
            },
            {
              "numeric": false,
              "title": "Section",
            },
            {
              "numeric": true,
              "title": "Score",
            },
            {
              "numeric": true,
              "title": "Target",
            },
            {
              "numeric": false,
              "title": "Stance",
            },
            {
              "numeric": true,
              "title": "Ceiling",
            },
            {
              "numeric": false,
              "title": "Limit",
            },
          ],
          "rows": [
            [
              "1",
              "Pruning",
              "Trees",
              "1/2",
              "2",
              "finish",
              "4",
              "no limit stated",
            ],
            [
              "2",
              "Grafting <old stock>",
              "Trees",
              "2",
              "2",
              "hold",
              "2",
              "capped now, outside",
            ],
            [
              "3",
              "Mulching",
              "Soil & water, with a name so long that it takes a second line",
              "2",
              "2",
              "hold",
              "3",
              "capped later, inside",
            ],
            [
              "4",
              "Watering",
              "Soil & water, with a name so long that it takes a second line",
              "3",
              "3",
              "open: next 4",
              "4",
              "no limit stated",
            ],
          ],
        },
      }
    `);
  });

  test('none and many', () => {
    expect(headline(open)).toMatchInlineSnapshot(
      `"None of 1 objective has a target above the level achieved; none is capped at its present level."`,
    );
    expect(headline(finish, finish, now, { ...now, control: 'internal' })).toMatchInlineSnapshot(
      `"2 of 4 objectives have a target above the level achieved; 2 are capped at their present level, 1 of them for reasons outside the organisation."`,
    );
    expect(headline({ ...now, control: null })).toMatchInlineSnapshot(
      `"None of 1 objective has a target above the level achieved; 1 is capped at its present level."`,
    );
    expect(headline()).toMatchInlineSnapshot(`"No objective is scored."`);
  });
});

describe('distribution', () => {
  const headline = (rows: readonly CeilingsRow[]) => describeDistribution(rows).headline;

  test('causes that are given as often share the headline', () => {
    expect(describeDistribution(ceilingsRows())).toMatchInlineSnapshot(`
      {
        "empty": false,
        "headline": "1 of 4 objectives is capped at its present level and 1 at a higher one; the reasons given most often are the weather and too few spades (1 objective each).",
        "sentences": [
          "Who could lift the ceiling: others outside the organisation for 1, the organisation itself for 1, both together for 0.",
          "The weather (outside): 1 capped now, 0 later.",
          "Too few spades (inside): 0 capped now, 1 later.",
        ],
        "table": {
          "caption": "Objectives whose ceiling each reason sets; one with several reasons is counted under each",
          "columns": [
            {
              "numeric": false,
              "title": "Reason given",
            },
            {
              "numeric": false,
              "title": "Where",
            },
            {
              "numeric": true,
              "title": "Capped now",
            },
            {
              "numeric": true,
              "title": "Capped later",
            },
          ],
          "rows": [
            [
              "The weather",
              "outside",
              "1",
              "0",
            ],
            [
              "Too few spades",
              "inside",
              "0",
              "1",
            ],
          ],
        },
      }
    `);
  });

  test('none and one', () => {
    const one = ceilingsRows().map((row) => ({ ...row, count: row.control === 'external' ? row.count : 0 }));
    expect(headline(one)).toMatchInlineSnapshot(
      `"1 of 4 objectives is capped at its present level and none at a higher one; the reason given most often is the weather (1 objective)."`,
    );
    expect(headline(one.map((row) => ({ ...row, count: 0 })))).toMatchInlineSnapshot(
      `"No limit is stated for any of 4 objectives."`,
    );
    expect(headline([])).toMatchInlineSnapshot(`"No objective is scored."`);
  });
});

test('a share is never rounded to all or nothing', () => {
  expect([0, 0.004, 0.5, 0.996, 1, null].map(percent)).toEqual([
    '0%',
    'under 1%',
    '50%',
    'over 99%',
    '100%',
    '–',
  ]);
});

test('a name keeps the capitals of an abbreviation', () => {
  expect(['Joint working', 'A third party', 'IT systems', 'the market'].map(midSentence)).toEqual([
    'joint working',
    'a third party',
    'IT systems',
    'the market',
  ]);
});

test('levels of a sample are told in plain sentences', () => {
  expect(describeLevels(levelsRows()).sentences).toMatchInlineSnapshot(`
    [
      "In 2022, of 4 objectives: 1 at level 1 Bare (25%) and 3 at level 2 Tended (75%).",
      "In 2023, of 4 objectives: 1 at level 1 Bare (25%), 1 at level 2 Tended (25%) and 2 at level 3 Thriving (50%).",
    ]
  `);
});

describe('matrix', () => {
  test('the circumstance that raises the most by itself is named, and what takes several is apart', () => {
    const { headline, sentences, table } = describeMatrix(unlockRows());
    expect([headline, ...sentences]).toMatchInlineSnapshot(`
      [
        "2 of 3 capped objectives would have a higher ceiling if circumstances changed; by itself, Long ladders would raise the most (1 objective).",
        "Long ladders would raise 1 Pruning from 2 to 3 by itself, and 2 Grafting <old stock> from 2 to 4 together with others.",
        "Bees next door (claimed by a score) would raise 2 Grafting <old stock> from 2 to 4 together with others.",
      ]
    `);
    expect(table.rows).toMatchInlineSnapshot(`
      [
        [
          "Long ladders",
          "1 Pruning",
          "Trees",
          "2 to 3",
          "by itself",
        ],
        [
          "Long ladders",
          "2 Grafting <old stock>",
          "Trees",
          "2 to 4",
          "with others",
        ],
        [
          "Bees next door",
          "2 Grafting <old stock>",
          "Trees",
          "2 to 4",
          "with others",
        ],
      ]
    `);
  });

  test('several that raise as many are all named; where each takes others, that is said', () => {
    const [row] = unlockRows();
    if (row === undefined) throw new Error('no rows');
    const other = { ...row, factor: 'bees', factorName: 'Bees next door', objective: 4 };
    expect(describeMatrix([row, other]).headline).toMatchInlineSnapshot(
      `"2 of 3 capped objectives would have a higher ceiling if circumstances changed; by itself, each of Long ladders and Bees next door would raise the most (1 objective)."`,
    );
    expect(describeMatrix([{ ...row, alone: false }]).headline).toMatchInlineSnapshot(
      `"1 of 3 capped objectives would have a higher ceiling if circumstances changed, each only by several together."`,
    );
    expect(describeMatrix([])).toMatchObject({
      empty: true,
      headline: 'No ceiling depends on a circumstance that is not there.',
    });
  });
});

describe('frontier', () => {
  const [none, some, all] = frontierRows();
  if (none === undefined || some === undefined || all === undefined) throw new Error('no rows');
  const headline = (...rows: Parameters<typeof describeFrontier>[0]) => describeFrontier(rows).headline;
  const asked = (budget: number | null, at: number) =>
    [none, some, all].map((row, index) => ({ ...row, budget, chosen: budget !== null && index === at }));

  test('what the days bring is told, then every step, and that days are assumed', () => {
    const { headline: first, sentences, table } = describeFrontier(frontierRows());
    expect([first, ...sentences]).toMatchInlineSnapshot(`
      [
        "With 25 officer-days the best plan gains 3 of 4; the whole gain of 4 takes 35 days.",
        "The best plan takes 20 of the 25 officer-days.",
        "0 officer-days: gain 0, 0 objectives.",
        "20 officer-days: gain 3, 2 objectives; in: 1, 3.",
        "35 officer-days: gain 4, 2 objectives; in: 4; out: 3.",
        "Officer-days: assumed 10 days a step; change it.",
      ]
    `);
    expect(table.rows).toEqual([
      ['0', '0', '0', '0', 'None', 'None'],
      ['20 (this one)', '3', '2', '2', '1, 3', 'None'],
      ['35', '4', '2', '2', '4', '3'],
    ]);
  });

  test('days that are enough, days that nobody has said, and one day', () => {
    expect(headline(...asked(35, 2))).toMatchInlineSnapshot(
      `"35 officer-days are enough for the whole gain of 4: it takes 35 days."`,
    );
    expect(headline(...asked(null, 0))).toMatchInlineSnapshot(
      `"With 35 officer-days the whole gain of 4 is reached; 20 days bring half of it or more."`,
    );
    expect(headline({ ...all, budget: null })).toMatchInlineSnapshot(
      `"With 35 officer-days the whole gain of 4 is reached."`,
    );
    expect(headline({ ...all, days: 1, budget: 1 })).toMatchInlineSnapshot(
      `"1 officer-day is enough for the whole gain of 4: it takes 1 day."`,
    );
    expect(describeFrontier(asked(35, 2).map((row) => ({ ...row, note: '' }))).sentences).toHaveLength(3);
  });

  test('where nothing can rise there is nothing to draw', () => {
    expect(describeFrontier([none])).toMatchObject({ empty: true, sentences: [] });
    expect(headline(none)).toBe('No target can rise, however many days there are.');
    expect(headline()).toBe(headline(none));
  });
});
