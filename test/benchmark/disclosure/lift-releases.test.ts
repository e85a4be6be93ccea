import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { liftReleases } from '../../../src/benchmark/disclosure/lift-releases.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { allotment } from '../../pack/allotment.ts';
import { type SmallPanel, withPanel } from '../counts/small-panel.ts';

const pack = loadPack(allotment);

/** Plots of which so many would rise on objective 1 with a shared shed, and so many are above its limit already. */
function plots(rise: number, above: number, access: SmallPanel['access'] = 'confidential'): SmallPanel {
  const rows = Array.from({ length: rise + above }, (_, index) => ({
    organisation: `plot-${index}`,
    objective: 1,
    achieved: index < rise ? 1 : 3,
  }));
  return { rows, access };
}

const releases = (panel: SmallPanel) => withPanel(panel, (open) => liftReleases(open, pack, '2031'));

describe('what a circumstance would raise', () => {
  test('is a number where ten others rise and ten others do not', async () => {
    const given = { objective: 1, n: 22, rises: 11 };
    expect(await releases(plots(11, 11))).toEqual([
      { factor: 'shared-shed', ...given },
      { factor: null, ...given },
    ]);
  });

  test.each([
    [10, 12, 'fewer-than-ten'],
    [0, 30, 'fewer-than-ten'],
    [12, 10, 'nearly-all'],
    [30, 0, 'nearly-all'],
  ])('is none where %d rise and %d do not', async (rise, above, told) => {
    const found = await releases(plots(rise, above));
    expect(found.map(({ rises }) => rises)).toEqual([told, told]);
  });

  test('is not told at all where fewer than ten others scored', async () => {
    expect(await releases(plots(5, 5))).toEqual([]);
  });

  test('is told of a public panel whatever it is', async () => {
    const found = await releases(plots(1, 2, 'public'));
    expect(found).toMatchObject([
      { factor: 'shared-shed', n: 3, rises: 1 },
      { factor: null, n: 3, rises: 1 },
    ]);
  });

  test('of all together is withheld where it would tell of few beside a single one', async () => {
    const shed = { ...pack.ceilings[0], id: 'tent', objectives: [1], basis: 'criterion' };
    const tent = JSON.parse(
      JSON.stringify({ ...shed, factor: 'show-tent', rulesOut: 1 }).replaceAll('shared-shed', 'show-tent'),
    );
    const both = { ...pack, ceilings: [...pack.ceilings, tent] };
    const rows = Array.from({ length: 40 }, (_, index) => ({
      organisation: `plot-${index}`,
      objective: 1,
      achieved: index < 5 ? 0 : index < 20 ? 1 : 3,
    }));
    const found = await withPanel({ rows }, (open) => liftReleases(open, both, '2031'));
    expect(found).toMatchObject([
      { factor: 'shared-shed', rises: 15 },
      { factor: 'show-tent', rises: 'fewer-than-ten' },
      { factor: null, rises: 'withheld' },
    ]);
    const open = await withPanel({ rows, access: 'public' }, (each) => liftReleases(each, both, '2031'));
    expect(open.at(-1)).toMatchObject({ factor: null, rises: 20 });
  });

  test('names no circumstance that could raise nothing there', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      organisation: `plot-${index}`,
      objective: 5,
      achieved: 1,
    }));
    expect(await releases({ rows })).toEqual([]);
  });

  test('is kept beside the panel for the next who opens it, and made anew where the panel is another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'headroom-'));
    const told = (panel: SmallPanel, standing = '') =>
      withPanel(panel, (open) => liftReleases({ ...open, kept: { folder, standing } }, pack, '2031'));
    try {
      const first = await told(plots(11, 11));
      expect(readdirSync(join(folder, 'decided'))).toEqual(['lifts-0.kept']);
      expect(await told(plots(20, 20))).toEqual(first);
      expect(await told(plots(20, 20), 'joined otherwise')).toMatchObject([{ rises: 20 }, { rises: 20 }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
