import { describe, expect, test } from 'vitest';
import { causeCounts } from '../../../src/benchmark/counts/cause-counts.ts';
import { moveCounts } from '../../../src/benchmark/counts/move-counts.ts';
import { nearest } from '../../../src/benchmark/counts/nearest.ts';
import { placeCounts } from '../../../src/benchmark/counts/place-counts.ts';
import { releasesFor } from '../../../src/benchmark/disclosure/releases-for.ts';
import { drawnPanel } from '../disclosure/drawn-panel.ts';
import { openRows, type PanelRows, type ScoreRow } from '../disclosure/open-rows.ts';

const small: PanelRows = {
  access: 'public',
  organisations: [
    { organisation: 'ash', type: 'wood', region: 'north' },
    { organisation: "o'ak", type: 'wood', region: 'south' },
    { organisation: 'tin', type: 'metal', region: 'south' },
    { organisation: 'odd', type: null, region: null },
  ],
  scores: [
    { organisation: 'ash', period: '2022', achieved: 2, workingTowards: 3 },
    { organisation: 'ash', period: '2023', achieved: 3 },
    { organisation: "o'ak", period: '2022', achieved: 2 },
    { organisation: "o'ak", period: '2023', achieved: 4, carried: true },
    { organisation: 'tin', period: '2022', achieved: 2 },
    { organisation: 'tin', period: '2023', achieved: 2 },
    { organisation: 'odd', period: '2022', achieved: null },
    { organisation: 'odd', period: '2023', achieved: 3 },
  ],
  causes: [
    { organisation: 'ash', period: '2023', cause: 'rain', level: 2 },
    { organisation: 'ash', period: '2023', cause: 'rain', level: 4 },
    { organisation: 'tin', period: '2023', cause: 'rain', level: 2 },
    { organisation: 'odd', period: '2022', cause: 'rain', level: 2 },
  ],
  neighbours: { ash: ['odd', 'tin', "o'ak"] },
};

describe('raw counts', () => {
  test('by place, of who scored, for everyone and for a group', async () => {
    const open = await openRows(small);
    const row = (period: string, achieved: number, workingTowards: number | null, n: number) => ({
      period,
      objective: 1,
      achieved,
      workingTowards,
      n,
    });
    const all = await placeCounts(open, { kind: 'all' });
    expect(all).toHaveLength(5);
    expect(all).toEqual(
      expect.arrayContaining([
        row('2022', 2, 3, 1),
        row('2022', 2, null, 2),
        row('2023', 3, null, 2),
        row('2023', 4, null, 1),
        row('2023', 2, null, 1),
      ]),
    );
    const group = { kind: 'type-and-region', type: 'wood', region: 'south' } as const;
    expect(await placeCounts(open, group)).toHaveLength(2);
    expect(await placeCounts(open, { kind: 'type', type: "no'ne" })).toEqual([]);
    open.close();
  });

  test('of moves between periods that follow each other, without what was carried', async () => {
    const open = await openRows(small);
    expect(await moveCounts(open, { kind: 'all' })).toEqual([
      { period: '2023', objective: 1, from: 2, n: 2, reached: 1 },
    ]);
    open.close();
  });

  test('of moves leave out what lies more than a period apart', async () => {
    const later = (row: ScoreRow) => (row.period === '2023' ? { ...row, period: '2026' } : row);
    const open = await openRows({ ...small, scores: small.scores.map(later), causes: [] });
    expect(await moveCounts(open, { kind: 'all' })).toEqual([]);
    open.close();
    const onwards = small.scores.flatMap((row) => [row, { ...row, period: `${Number(row.period) + 4}` }]);
    const both = await openRows({ ...small, scores: onwards });
    expect((await moveCounts(both, { kind: 'all' })).map(({ period }) => period).sort()).toEqual([
      '2023',
      '2027',
    ]);
    both.close();
  });

  test('of causes, once an organisation, at its lower level', async () => {
    const open = await openRows(small);
    expect(await causeCounts(open)).toEqual([
      { period: '2023', objective: 1, cause: 'rain', control: 'external', under: 2, beyond: 1 },
    ]);
    open.close();
  });

  test('of the nearest that scored in the period', async () => {
    const open = await openRows(small);
    const near = await nearest(open, 'ash');
    expect(near.map(({ period, organisation }) => `${period} ${organisation}`)).toEqual([
      "2022 o'ak",
      '2022 tin',
      "2023 o'ak",
      '2023 odd',
      '2023 tin',
    ]);
    const placed = await placeCounts(open, { kind: 'nearest', organisation: 'ash' });
    expect(placed.filter(({ period }) => period === '2022').reduce((sum, { n }) => sum + n, 0)).toBe(3);
    open.close();
  });
});

test('what is given of a confidential panel is what the database counts of a public one', async () => {
  const rows = drawnPanel({
    seed: 5,
    sizes: [
      [20, 20, 20],
      [20, 20, 20],
    ],
    periods: 2,
    unlike: 70,
    missing: 0,
    carried: 30,
    agreed: 5,
    rising: 20,
    causes: true,
  });
  const guarded = await openRows(rows);
  const open = await openRows({ ...rows, access: 'public' });
  let given = 0;
  for (const viewer of ['t0r0n0', 't1r2n3']) {
    const [some, every] = [await releasesFor(guarded, viewer), await releasesFor(open, viewer)];
    for (const { kind } of some.groups)
      for (const period of some.periods) {
        const [told, whole] = [
          await some.distribution(kind, period, 1),
          await every.distribution(kind, period, 1),
        ];
        if (told.give !== 'counts') continue;
        given++;
        expect(told).toEqual(whole);
      }
    const [told, whole] = [
      await some.uptake('all', '2020', '2021', 1),
      await every.uptake('all', '2020', '2021', 1),
    ];
    if (told.give !== 'counts' || whole.give !== 'counts') throw new Error('withheld');
    expect(told).toEqual({ ...whole, steps: whole.steps.filter(({ n }) => n > 10) });
    const causes = await every.causes('2021', 1);
    for (const cause of await some.causes('2021', 1)) {
      const own = causes.find((each) => each.cause === cause.cause);
      if (typeof cause.under === 'number') expect(cause.under).toBe(own?.under);
      if (typeof cause.beyond === 'number') expect(cause.beyond).toBe(own?.beyond);
    }
  }
  expect(given).toBeGreaterThan(10);
  guarded.close();
  open.close();
});
