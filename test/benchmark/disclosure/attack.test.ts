import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinnedBy } from './attacker.ts';
import { type DrawnShape, drawnPanel } from './drawn-panel.ts';
import { heldFigures } from './held-figures.ts';
import type { PanelRows } from './open-rows.ts';

const long = process.env.HEADROOM_TEST_LONG === '1';

const aSize = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
});
const aShape: fc.Arbitrary<DrawnShape> = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  sizes: aSize,
  periods: fc.integer({ min: 1, max: 3 }),
  unlike: fc.constantFrom(5, 25, 60),
  missing: fc.constantFrom(0, 2, 15),
  carried: fc.constantFrom(0, 5, 25),
  agreed: fc.constantFrom(0, 10),
  rising: fc.constantFrom(0, 15, 40),
  causes: fc.boolean(),
});

/** Looked at by two of the organisations: one usual, one not. Each knows more than nobody in particular does. */
async function pinnedIn(rows: PanelRows) {
  const names = rows.organisations.map(({ organisation }) => organisation);
  const unusual = rows.scores.find(({ achieved }) => achieved === 4)?.organisation ?? names[0];
  const pinned = [];
  for (const viewer of new Set([names[Math.floor(names.length / 2)], unusual]))
    if (viewer !== undefined)
      pinned.push(
        ...(await pinnedBy(rows, viewer, await heldFigures(rows, viewer))).map((each) => ({
          viewer,
          ...each,
        })),
      );
  return pinned;
}

const shapes: Readonly<Record<string, DrawnShape>> = {
  'a dense panel': {
    seed: 1,
    sizes: [
      [8, 8, 8],
      [8, 8, 8],
    ],
    periods: 2,
    unlike: 60,
    missing: 0,
    carried: 25,
    agreed: 0,
    rising: 30,
    causes: true,
  },
  'groups that answer alike': {
    seed: 2,
    sizes: [
      [12, 6, 3],
      [6, 12, 3],
    ],
    periods: 2,
    unlike: 15,
    missing: 0,
    carried: 0,
    agreed: 0,
    rising: 15,
    causes: false,
  },
  'tiny regions, leavers and carried rows': {
    seed: 3,
    sizes: [
      [14, 2, 1, 9],
      [13, 1, 2, 4],
    ],
    periods: 2,
    unlike: 50,
    missing: 8,
    carried: 15,
    agreed: 10,
    rising: 25,
    causes: true,
  },
};

describe('an attacker with a linear programme over all that leaves', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    test(`pins nobody in ${name}`, async () => {
      expect(await pinnedIn(drawnPanel(shape))).toEqual([]);
    }, 60_000);

    test(`pins somebody in ${name} if nothing is withheld`, async () => {
      const rows: PanelRows = { ...drawnPanel(shape), access: 'public' };
      expect(await pinnedBy(rows, null, await heldFigures(rows, null))).not.toEqual([]);
    }, 60_000);
  }

  test('pins nobody in panels as they come', async () => {
    await fc.assert(
      fc.asyncProperty(aShape, async (shape) => {
        fc.pre(shape.sizes.flat().some((size) => size > 0));
        expect(await pinnedIn(drawnPanel(shape))).toEqual([]);
      }),
      { numRuns: long ? 300 : 4 },
    );
  }, 1_800_000);
});
