import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CauseRelease } from '../../../src/benchmark/disclosure/cause-release.ts';
import { describeCauses } from '../../../src/benchmark/figures/describe-caps.ts';
import { type PanelCapsInput, panelCaps } from '../../../src/benchmark/figures/panel-caps.ts';
import { matches } from '../../../src/kernel/schema.ts';
import { PanelCaps } from '../../../src/model/panel-caps.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { allotment } from '../../pack/allotment.ts';

const pack = loadPack(allotment);
const both = { causes: true, factors: true };

function caps(given: Partial<PanelCapsInput>) {
  return panelCaps({ pack, period: '2031', causes: [], lifts: [], holds: both, ...given });
}

function neighbours(under: CauseRelease['under'], beyond: CauseRelease['beyond']): CauseRelease {
  return { cause: 'neighbours', control: 'external', under, beyond };
}

describe('caps across a panel', () => {
  const found = caps({
    causes: [
      { objective: 1, releases: [neighbours(12, 'fewer-than-ten')] },
      {
        objective: 2,
        releases: [neighbours(40, 15), { cause: 'time', control: 'internal', under: 70, beyond: 20 }],
      },
      { objective: 3, releases: [neighbours('fewer-than-ten', null)] },
      { objective: 4, releases: [neighbours('nearly-all', null)] },
      { objective: 5, releases: [neighbours('withheld', null)] },
    ],
    lifts: [
      { factor: 'show-tent', objective: 1, n: 80, rises: 20 },
      { factor: 'shared-shed', objective: 1, n: 80, rises: 30 },
      { factor: 'shared-shed', objective: 2, n: 80, rises: 'fewer-than-ten' },
      { factor: null, objective: 1, n: 80, rises: 50 },
    ],
  });

  test('are counted by cause, over objectives that are told as numbers', () => {
    expect(found.causes.map(({ cause, under, beyond, fewer }) => [cause, under, beyond, fewer])).toEqual([
      ['time', 70, { count: 20, n: 70 }, 0],
      ['neighbours', 52, { count: 15, n: 40 }, 1],
    ]);
    expect(found.causes[1]?.objectives.map(({ objective }) => objective)).toEqual([4, 2, 1, 3, 5]);
  });

  test('say which circumstance would raise most, all together last', () => {
    expect(found.lifts.map(({ factor, rises }) => [factor, rises])).toEqual([
      ['shared-shed', 30],
      ['show-tent', 20],
      [null, 50],
    ]);
  });

  test('stand by how many there are at least: nearly all of many before a few', () => {
    const { causes, lifts } = caps({
      causes: [
        { objective: 1, releases: [neighbours(15, null)] },
        ...[2, 3].map((objective) => ({
          objective,
          releases: [{ cause: 'time', control: 'internal', under: 'nearly-all', beyond: null } as const],
        })),
      ],
      lifts: [
        { factor: 'show-tent', objective: 1, n: 80, rises: 20 },
        { factor: 'shared-shed', objective: 1, n: 80, rises: 'nearly-all' },
      ],
    });
    expect(causes.map(({ cause }) => cause)).toEqual(['time', 'neighbours']);
    expect(lifts.map(({ factor }) => factor)).toEqual(['shared-shed', 'show-tent']);
    const few = caps({
      lifts: [
        { factor: 'show-tent', objective: 1, n: 80, rises: 20 },
        { factor: 'shared-shed', objective: 1, n: 22, rises: 'nearly-all' },
      ],
    });
    expect(few.lifts.map(({ factor }) => factor)).toEqual(['show-tent', 'shared-shed']);
  });

  test('are put in sentences', () => {
    expect([...found.causes, ...found.lifts].map(({ sentence }) => sentence)).toMatchInlineSnapshot(`
      [
        "Time (the organisation could lift it): given 70 times on 1 objective. Of 70, 20 are above its level all the same.",
        "Work with neighbours (somebody outside the organisation could lift it): given 52 times on 2 objectives; by nearly all on 1 objective; on 1 objective by fewer than ten, or by none; by a number that is withheld on 1 objective. Of 40, 15 are above its level all the same.",
        "Shared shed, if there for everybody, would raise 30 ceilings on 1 objective; on 1 objective fewer than ten, or none.",
        "Show tent, if there for everybody, would raise 20 ceilings on 1 objective.",
        "All circumstances together, if there for everybody, would raise 50 ceilings on 1 objective.",
      ]
    `);
  });

  test('that are told nowhere stand together, after the others', () => {
    const few = { cause: 'weather', control: 'external', under: 'fewer-than-ten', beyond: null } as const;
    const { causes } = caps({
      causes: [1, 2].map((objective) => ({ objective, releases: [neighbours(40, 15), few] })),
    });
    expect(describeCauses(causes, 8)).toEqual([
      expect.stringContaining('given 80 times on 2 objectives'),
      expect.stringMatching(/^Given by fewer than ten other organisations, or by none, .*: .*weather\.$/i),
    ]);
  });

  test('of a panel without causes or circumstances say what cannot be told', () => {
    expect(found.note).toBeNull();
    const lifts = [{ factor: null, objective: 1, n: 80, rises: 50 }];
    expect(caps({ lifts, holds: { causes: false, factors: true } }).note).toMatchInlineSnapshot(
      `"The rows of this panel came without reasons. Only limits in the words of the rubric, and what circumstances lift of them, can be counted."`,
    );
    expect(caps({ lifts, holds: { causes: false, factors: false } }).note).toMatchInlineSnapshot(
      `"The rows of this panel came without reasons and circumstances. Only limits in the words of the rubric, and what circumstances lift of them, can be counted. Every circumstance is taken as not known."`,
    );
    expect(caps({ holds: { causes: false, factors: false } }).note).toBe(
      'The rows of this panel came without reasons and circumstances, so nothing is counted here.',
    );
    expect(caps({ holds: { causes: true, factors: false } }).note).toMatchInlineSnapshot(
      `"The rows of this panel came without circumstances. Every circumstance is taken as not known."`,
    );
  });

  test('never take a count that is not told for a number', () => {
    const told = fc.oneof(
      fc.integer({ min: 10, max: 99 }),
      fc.constantFrom('fewer-than-ten' as const, 'nearly-all' as const, 'withheld' as const),
    );
    const given = fc.array(
      fc.record({
        objective: fc.constantFrom(1, 2, 3, 4, 5),
        releases: fc.tuple(told.map((under) => neighbours(under, null))),
      }),
    );
    fc.assert(
      fc.property(given, (causes) => {
        const answer = caps({ causes });
        const numbers = causes.flatMap(({ releases }) =>
          releases.flatMap(({ under }) => (typeof under === 'number' ? [under] : [])),
        );
        expect(answer.causes[0]?.under ?? 0).toBe(numbers.reduce((sum, each) => sum + each, 0));
        expect(matches(PanelCaps, answer)).toBe(true);
        expect(caps({ causes: causes.toReversed() }).causes[0]?.under).toBe(answer.causes[0]?.under);
      }),
    );
  });
});
