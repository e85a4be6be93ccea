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

  test('names no circumstance that could raise nothing there', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      organisation: `plot-${index}`,
      objective: 5,
      achieved: 1,
    }));
    expect(await releases({ rows })).toEqual([]);
  });
});
