import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UptakeRelease } from '../../../src/benchmark/disclosure/uptake-release.ts';
import { type ObjectiveMoves, uptakeOf } from '../../../src/benchmark/figures/uptake.ts';
import { matches } from '../../../src/kernel/schema.ts';
import { usualBenchmarkRules } from '../../../src/model/benchmark-rules.ts';
import { Uptake } from '../../../src/model/uptake.ts';
import { garden } from './garden.ts';

/** Moves from 2 on an objective. */
function moves(
  objective: number,
  n: number,
  reached: number,
  own: ObjectiveMoves['own'] = null,
): ObjectiveMoves {
  return { objective, release: { give: 'counts', steps: [{ from: 2, n, reached }], n }, own };
}

const withheld: UptakeRelease = { give: 'nothing', because: 'singles-out' };

function uptake(...given: readonly ObjectiveMoves[]) {
  return uptakeOf({
    framework: garden,
    rules: usualBenchmarkRules,
    group: { kind: 'all', name: 'all organisations' },
    periods: { from: '2030', to: '2031' },
    moves: given,
  });
}

describe('uptake', () => {
  test('is of the others on the objective, and says its band', () => {
    const found = uptake(moves(1, 32, 5, { from: 2, reached: true }))(1, 2);
    expect(found).toMatchObject({ basis: 'objective', band: 'stretch', to: 3, reached: { count: 4, n: 31 } });
    expect(found?.words).toMatchInlineSnapshot(`"stretch: 4 of 31 peers"`);
    expect(found?.reached?.low).toBeCloseTo(0.05134284374629147, 12);
    expect(found?.reached?.high).toBeCloseTo(0.2885240625630642, 12);
  });

  test.each([
    [20, 10, 'typical'],
    [20, 9, 'stretch'],
    [20, 2, 'stretch'],
    [20, 1, 'rare'],
    [30, 3, 'stretch'],
    [20, 0, 'rare'],
  ])('of %d of whom %d reached the next level is %s', (n, reached, band) => {
    expect(uptake(moves(1, n, reached))(1, 2)?.band).toBe(band);
  });

  test('of too few on the objective is that of its section, and says so', () => {
    const found = uptake(moves(1, 19, 19), moves(2, 21, 1), moves(3, 400, 0))(1, 2);
    expect(found).toMatchObject({ basis: 'section', reached: { count: 20, n: 40 }, band: 'typical' });
    expect(found?.words).toMatchInlineSnapshot(`"typical: 20 of 40 moves of peers from 2 in its section"`);
  });

  test('of too few in the section is that of the step on all objectives', () => {
    const found = uptake(moves(1, 3, 3), moves(3, 57, 3))(1, 2);
    expect(found).toMatchObject({ basis: 'step', reached: { count: 6, n: 60 }, band: 'stretch' });
    expect(found?.words).toMatchInlineSnapshot(
      `"stretch: 6 of 60 moves of peers from 2 on 2 of 3 objectives"`,
    );
  });

  test('over several names on how many of them a move from the level is told', () => {
    const fromThree: ObjectiveMoves = {
      objective: 2,
      release: { give: 'counts', steps: [{ from: 3, n: 40, reached: 5 }], n: 43 },
      own: null,
    };
    const some = uptake(moves(1, 15, 4), fromThree, moves(3, 15, 0));
    expect(some(1, 2)?.words).toBe('stretch: 4 of 30 moves of peers from 2 on 2 of 3 objectives');
    const section = uptake(moves(1, 40, 4), fromThree);
    expect(section(2, 2)?.words).toBe(
      'stretch: 4 of 40 moves of peers from 2 on 1 of 2 objectives of its section',
    );
  });

  test('of too few altogether says nothing', () => {
    const found = uptake(moves(1, 20, 3, { from: 2, reached: false }))(1, 2);
    expect(found).toMatchObject({ basis: null, band: null, reached: null });
    expect(found?.words).toMatchInlineSnapshot(
      `"too few to say: fewer than 20 peers whose move from 2 is known"`,
    );
  });

  test('from the top, of another objective, or of no level is none', () => {
    const of = uptake(moves(1, 40, 3));
    expect([of(1, 5), of(9, 2), of(1, 0)]).toEqual([null, null, null]);
  });

  test('never counts what is withheld', () => {
    const aMove = fc
      .record({
        objective: fc.constantFrom(1, 2, 3),
        n: fc.integer({ min: 1, max: 60 }),
        part: fc.integer({ min: 0, max: 60 }),
        given: fc.boolean(),
      })
      .map(({ objective, n, part, given }) => {
        const move = moves(objective, n, Math.min(n, part));
        return given ? move : { ...move, release: withheld };
      });
    const some = fc.uniqueArray(aMove, { selector: ({ objective }) => objective });
    fc.assert(
      fc.property(some, fc.constantFrom(1, 2, 3), (given, objective) => {
        const found = uptake(...given)(objective, 2);
        expect(found).toEqual(uptake(...given.filter(({ release }) => release !== withheld))(objective, 2));
        expect(found).toEqual(uptake(...given.toReversed())(objective, 2));
        expect(matches(Uptake, found)).toBe(true);
        expect(found?.reached?.n ?? 20).toBeGreaterThanOrEqual(20);
      }),
    );
  });
});
