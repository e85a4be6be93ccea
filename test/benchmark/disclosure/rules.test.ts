import { describe, expect, test } from 'vitest';
import { releasesFor } from '../../../src/benchmark/disclosure/releases-for.ts';
import type { GroupKind } from '../../../src/benchmark/peer-group.ts';
import { knownCauses, openRows, type PanelRows, type ScoreRow } from './open-rows.ts';

/** Organisations `a0`, `a1`, … of one type and region, each with the levels of 2022, 2023, … */
function alike(name: string, type: string, region: string, levels: readonly (readonly (number | null)[])[]) {
  return {
    organisations: levels.map((_, index) => ({ organisation: `${name}${index}`, type, region })),
    scores: levels.flatMap((years, index) =>
      years.flatMap((achieved, year): ScoreRow[] =>
        achieved === null ? [] : [{ organisation: `${name}${index}`, period: String(2022 + year), achieved }],
      ),
    ),
  };
}

function together(...parts: readonly ReturnType<typeof alike>[]): PanelRows {
  return {
    access: 'confidential',
    organisations: parts.flatMap(({ organisations }) => organisations),
    scores: parts.flatMap(({ scores }) => scores),
  };
}

/** Levels of so many organisations in one period, 2, 3, 4, 2, 3, 4, … */
const mixed = (many: number) => Array.from({ length: many }, (_, index) => [2 + (index % 3)]);

async function shown(rows: PanelRows, kind: GroupKind, period = '2022', viewer: string | null = 'a0') {
  const open = await openRows(rows);
  try {
    return await (await releasesFor(open, viewer)).distribution(kind, period, 1);
  } finally {
    open.close();
  }
}

async function moved(rows: PanelRows, viewer = 'a0') {
  const open = await openRows(rows);
  try {
    return await (await releasesFor(open, viewer)).uptake('all', '2022', '2023', 1);
  } finally {
    open.close();
  }
}

describe('what is given of a confidential panel', () => {
  test('a figure of ten others, and none of nine', async () => {
    expect(await shown(together(alike('a', 'A', 'N', mixed(11))), 'all')).toEqual({
      give: 'counts',
      places: [
        { achieved: 2, workingTowards: null, n: 4 },
        { achieved: 3, workingTowards: null, n: 4 },
        { achieved: 4, workingTowards: null, n: 3 },
      ],
      n: 11,
    });
    expect(await shown(together(alike('a', 'A', 'N', mixed(10))), 'all')).toEqual({
      give: 'nothing',
      because: 'few-others',
    });
  });

  test('a type that is all but nine of the panel is not told beside it, one that is all but ten is', async () => {
    const rows = (many: number) =>
      together(alike('a', 'A', 'N', mixed(30)), alike('b', 'B', 'N', mixed(many)));
    expect(await shown(rows(9), 'type')).toEqual({ give: 'nothing', because: 'close-to-another' });
    expect(await shown(rows(10), 'type')).toMatchObject({ give: 'counts', n: 30 });
  });

  test('last year is not told beside this year if one organisation left', async () => {
    const levels = mixed(30).map(([level = 2], index) => [level, index === 7 ? null : level]);
    const rows = together(alike('a', 'A', 'N', levels));
    expect(await shown(rows, 'all', '2023')).toMatchObject({ give: 'counts', n: 29 });
    expect(await shown(rows, 'all', '2022')).toEqual({ give: 'nothing', because: 'close-to-another' });
  });

  test('moves are not told beside places if all but one moved of themselves', async () => {
    const levels = mixed(33).map(([level = 2], index) => [level, index % 4 === 0 ? level + 1 : level]);
    const all = together(alike('a', 'A', 'N', levels));
    expect(await moved(all)).toMatchObject({ give: 'counts', n: 33 });
    const scores = all.scores.map((row) => (row.organisation === 'a7' ? { ...row, carried: true } : row));
    expect(await moved({ ...all, scores })).toEqual({ give: 'nothing', because: 'close-to-another' });
  });

  test('of moves from a level where fewer than eleven were nothing is told', async () => {
    const levels = Array.from({ length: 40 }, (_, index) => [
      index < 8 ? 4 : 2 + (index % 2),
      2 + (index % 3),
    ]);
    const release = await moved(together(alike('a', 'A', 'N', levels)));
    expect(release).toMatchObject({
      give: 'counts',
      n: 40,
      steps: [
        { from: 2, n: 16 },
        { from: 3, n: 16 },
      ],
    });
  });

  test.each(['public', 'confidential'] as const)(
    'of a %s panel a move counts only from one period to the very next',
    async (access) => {
      const levels = mixed(33).map(([level = 2], index) => (index % 2 === 0 ? [level + 1] : [level]));
      const years = levels.map(([level = 2], index) => [
        level,
        level + ((index >> 1) % 2),
        null,
        null,
        level,
      ]);
      const open = await openRows({ ...together(alike('a', 'A', 'N', years)), access });
      try {
        const { uptake, ownMove } = await releasesFor(open, 'a0');
        expect(await uptake('all', '2022', '2023', 1)).toMatchObject({ give: 'counts', n: 33 });
        expect(await ownMove('2022', '2023', 1)).not.toBeNull();
        const because = access === 'public' ? 'nobody-else' : 'few-others';
        expect(await uptake('all', '2023', '2026', 1)).toEqual({ give: 'nothing', because });
        expect(await ownMove('2023', '2026', 1)).toBeNull();
      } finally {
        open.close();
      }
    },
  );

  test('a level that all hold, or all but two, is told as nearly all', async () => {
    const but = (many: number) => Array.from({ length: 30 }, (_, index) => [index < many ? 2 : 3]);
    const nearly = { give: 'nearly-all', achieved: 3, n: 30 };
    expect(await shown(together(alike('a', 'A', 'N', but(0))), 'all')).toEqual(nearly);
    expect(await shown(together(alike('a', 'A', 'N', but(1))), 'all')).toEqual(nearly);
    expect(await shown(together(alike('a', 'A', 'N', but(2))), 'all')).toEqual(nearly);
    expect(await shown(together(alike('a', 'A', 'N', but(3))), 'all')).toMatchObject({ give: 'counts' });
  });

  test('a region is not told where with the types it would tell of somebody', async () => {
    // The only organisation of type B in the north: what the north holds beyond type A would be its own answer.
    const rows = together(
      alike(
        'a',
        'A',
        'N',
        Array.from({ length: 14 }, () => [3]),
      ),
      alike('b', 'B', 'N', [[4]]),
      alike(
        'c',
        'A',
        'S',
        Array.from({ length: 12 }, () => [3]),
      ),
      alike('d', 'B', 'S', mixed(14)),
    );
    expect(await shown(rows, 'type')).toEqual({ give: 'nearly-all', achieved: 3, n: 26 });
    expect(await shown(rows, 'region')).toMatchObject({ give: 'nearly-all' });
    const exact = {
      ...rows,
      scores: rows.scores.map((row) => (/^a[0-3]$/.test(row.organisation) ? { ...row, achieved: 2 } : row)),
    };
    expect(await shown(exact, 'type')).toMatchObject({ give: 'counts' });
    expect(await shown(exact, 'region')).toEqual({ give: 'nothing', because: 'singles-out' });
  });

  test('of a public panel everything is given', async () => {
    const rows = { ...together(alike('a', 'A', 'N', [[3], [3]])), access: 'public' as const };
    expect(await shown(rows, 'region')).toEqual({
      give: 'counts',
      places: [{ achieved: 3, workingTowards: null, n: 2 }],
      n: 2,
    });
  });

  test('the nearest are those that answered in the period, the fifteen first of them', async () => {
    const rows = {
      ...together(alike('a', 'A', 'N', mixed(60))),
      neighbours: { a0: Array.from({ length: 30 }, (_, index) => `a${index + 1}`) },
    };
    const scores = rows.scores.filter(({ organisation }) => organisation !== 'a3');
    expect(await shown({ ...rows, scores }, 'nearest')).toMatchObject({ give: 'counts', n: 16 });
  });

  test('of nine nearest nothing is told, nor of nearest that are all but one of a type', async () => {
    const rows = together(alike('a', 'A', 'N', mixed(15)), alike('b', 'B', 'N', mixed(40)));
    const near = (names: readonly string[]) => shown({ ...rows, neighbours: { a0: names } }, 'nearest');
    const b = Array.from({ length: 9 }, (_, index) => `b${index}`);
    expect(await near(b)).toEqual({ give: 'nothing', because: 'few-others' });
    const a = Array.from({ length: 14 }, (_, index) => `a${index + 1}`);
    expect(await near([...a, 'b0'])).toEqual({ give: 'nothing', because: 'close-to-another' });
  });

  test('of the nearest nothing is told that only the answer of the viewer keeps from the viewer', async () => {
    const levels = (level: number, many: number) => Array.from({ length: many }, () => [level]);
    const rows = together(
      alike('a', 'A', 'N', [...levels(4, 1), ...levels(3, 12), ...levels(2, 10), ...levels(3, 10)]),
      alike('b', 'B', 'N', [...levels(2, 13), ...levels(4, 10)]),
    );
    const near = [...Array.from({ length: 12 }, (_, index) => `a${index + 1}`), 'b0', 'b1', 'b2'];
    expect(await shown(rows, 'type')).toMatchObject({ give: 'counts', n: 33 });
    expect(await shown({ ...rows, neighbours: { a0: near } }, 'nearest')).toEqual({
      give: 'nothing',
      because: 'singles-out',
    });
  });

  test('an organisation that the panel does not know is compared with all', async () => {
    const rows = together(alike('a', 'A', 'N', mixed(20)));
    expect(await shown(rows, 'all', '2022', 'elsewhere')).toMatchObject({ give: 'counts', n: 20 });
    expect(await shown(rows, 'type', '2022', 'elsewhere')).toMatchObject({ give: 'nothing' });
  });

  test('a cause is counted from ten others on, and not where nearly all gave it', async () => {
    const rows = together(alike('a', 'A', 'N', mixed(40)));
    const given = (cause: string, many: number) =>
      Array.from({ length: many }, (_, index) => ({
        organisation: `a${index}`,
        period: '2022',
        cause,
        level: 3,
      }));
    const causes = [
      ...given('mud', 10),
      ...given('weather', 11),
      ...given('rain', 20),
      ...given('snow', 39),
      ...given('unheard-of', 9),
    ];
    const open = await openRows({ ...rows, causes });
    expect(await (await releasesFor(open, 'a0', null, knownCauses)).causes('2022', 1)).toEqual([
      { cause: 'distance', control: 'external', under: 'fewer-than-ten', beyond: null },
      { cause: 'mud', control: 'external', under: 'fewer-than-ten', beyond: null },
      { cause: 'never', control: 'external', under: 'fewer-than-ten', beyond: null },
      { cause: 'rain', control: 'external', under: 20, beyond: 'fewer-than-ten' },
      { cause: 'snow', control: 'external', under: 'nearly-all', beyond: null },
      { cause: 'weather', control: 'external', under: 11, beyond: 'fewer-than-ten' },
    ]);
    open.close();
  });

  test('a cause that all above its level gave is not counted', async () => {
    const rows = together(alike('a', 'A', 'N', mixed(40)));
    const causes = rows.scores.flatMap(({ organisation, period, achieved }) =>
      achieved === 4 ? [{ organisation, period, cause: 'rain', level: 3 }] : [],
    );
    const open = await openRows({ ...rows, causes });
    expect(await (await releasesFor(open, 'a0')).causes('2022', 1)).toMatchObject([{ under: 'withheld' }]);
    open.close();
  });
});
