import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator } from '../../src/engine/evaluate.ts';
import type { Lifting } from '../../src/engine/unlock/lifting.ts';
import { mostFactors, smallestSets } from '../../src/engine/unlock/smallest-sets.ts';
import { unlocker } from '../../src/engine/unlock/unlock.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import type { UnlockWay } from '../../src/model/unlock.ts';
import { pack } from '../engine/medway.ts';
import { anInput, runs } from './assessments.ts';

const evaluate = evaluator(pack);
const unlock = unlocker(pack);
const settings = { seed: 2018, numRuns: runs(25) };

/** Every part of a set, the empty one first. */
function partsOf(set: readonly string[]): readonly (readonly string[])[] {
  return set.reduce<readonly (readonly string[])[]>(
    (parts, id) => [...parts, ...parts.map((part) => [...part, id])],
    [[]],
  );
}

/** A ceiling of 5 under limits, each of which a condition on circumstances ends: `all` of them, or `any`. */
function invented(
  limits: readonly {
    readonly level: number;
    readonly of: readonly string[];
    readonly takes: 'all' | 'any';
  }[],
): Lifting {
  const ends = (lifted: ReadonlySet<string>) => (limit: (typeof limits)[number]) =>
    limit.takes === 'all' ? limit.of.every((id) => lifted.has(id)) : limit.of.some((id) => lifted.has(id));
  return {
    factors: [...new Set(limits.flatMap(({ of }) => of))].sort(),
    ceilingWith: (lifted) =>
      Math.min(5, ...limits.filter((limit) => !ends(lifted)(limit)).map(({ level }) => level)),
    staying: [],
  };
}

const someLimits = fc.array(
  fc.record({
    level: fc.integer({ min: 1, max: 4 }),
    of: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 4 }),
    takes: fc.constantFrom('all', 'any'),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('for any scores, comments and circumstances', () => {
  it('a way raises the ceiling and the target as the whole advice has them, and no part of it reaches as far', async () => {
    let ways = 0;
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const evaluation = await evaluate(input);
        const { objectives } = await unlock(evaluation);
        const found = objectives.flatMap((one) => one.ways.map((way) => [one.objective, way] as const));
        const after = async (set: readonly string[], objective: number) => {
          const factors = { ...input.factors, ...Object.fromEntries(set.map((id) => [id, 'yes' as const])) };
          const { advice } = await evaluate({ ...input, factors });
          return scoredAdvice(advice).find((each) => each.objective === objective);
        };
        for (const [objective, way] of found.slice(0, 4)) {
          ways += 1;
          const then = await after(way.factors, objective);
          expect(then?.ceiling.level).toBe(way.ceiling);
          expect(then?.target).toMatchObject(way.target);
          for (const part of partsOf(way.factors).slice(0, -1))
            expect((await after(part, objective))?.ceiling.level).toBeLessThan(way.ceiling);
        }
      }),
      settings,
    );
    expect(ways).toBeGreaterThan(10);
  });

  it('the ways are all there are: every set of circumstances reaches what the ways in it reach', async () => {
    let sets = 0;
    await fc.assert(
      fc.asyncProperty(anInput, fc.shuffledSubarray(pack.factors.map(({ id }) => id)), async (input, set) => {
        const { objectives } = await unlock(await evaluate(input));
        const factors = { ...input.factors, ...Object.fromEntries(set.map((id) => [id, 'yes' as const])) };
        const { advice } = await evaluate({ ...input, factors });
        for (const one of objectives) {
          const then = scoredAdvice(advice).find(({ objective }) => objective === one.objective);
          expect(then?.ceiling.level).toBe(reached(one.ways, set, one.ceiling));
          expect(then?.ceiling.level).toBeGreaterThanOrEqual(one.ceiling);
          sets += 1;
        }
      }),
      settings,
    );
    expect(sets).toBeGreaterThan(50);
  });

  it('no circumstance that is there is offered, and each that is offered says whether it is claimed', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const evaluation = await evaluate(input);
        const { circumstances, objectives } = await unlock(evaluation);
        const { factors } = evaluation.advice;
        for (const { factor, state } of circumstances)
          expect([state, factors[factor]]).toEqual([state, state]);
        expect(circumstances.map(({ state }) => state)).not.toContain('yes');
        for (const { ways, askAgain, searched } of objectives) {
          expect(ways.length + askAgain.length).toBeGreaterThan(0);
          expect(searched.complete).toBe(true);
        }
      }),
      settings,
    );
  });
});

describe('for any limits that circumstances end', () => {
  const some = { seed: 2018, numRuns: runs(200) };

  it('the sets found are those of which no part reaches as far, by trying all of them', () => {
    fc.assert(
      fc.property(someLimits, (limits) => {
        const { factors, ceilingWith } = invented(limits);
        const level = (set: readonly string[]) => ceilingWith(new Set(set));
        const tried = partsOf(factors).filter((set) =>
          partsOf(set)
            .filter((part) => part.length < set.length)
            .every((part) => level(part) < level(set)),
        );
        const { sets, complete } = smallestSets(invented(limits));
        expect(complete).toBe(true);
        expect(sets.map((set) => set.factors.join()).sort()).toEqual(
          tried
            .filter((set) => set.length > 0)
            .map((set) => set.join())
            .sort(),
        );
        for (const set of sets) expect(set.ceiling).toBe(level(set.factors));
      }),
      some,
    );
  });

  it('more circumstances never give a lower ceiling', () => {
    fc.assert(
      fc.property(
        someLimits,
        fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']),
        fc.constantFrom('a', 'c', 'f'),
        (limits, set, more) => {
          const { ceilingWith } = invented(limits);
          expect(ceilingWith(new Set([...set, more]))).toBeGreaterThanOrEqual(ceilingWith(new Set(set)));
        },
      ),
      some,
    );
  });

  it('beyond twelve circumstances the search goes by size, and says how far it went', () => {
    const ids = Array.from({ length: mostFactors + 2 }, (_, index) => `c${String(index).padStart(2, '0')}`);
    const found = smallestSets(
      invented([
        { level: 2, of: ids.slice(0, 2), takes: 'all' },
        { level: 3, of: ids, takes: 'all' },
      ]),
    );
    expect(found).toEqual({ sets: [{ factors: ['c00', 'c01'], ceiling: 3 }], largest: 5, complete: false });
    const twelve = smallestSets(invented([{ level: 3, of: ids.slice(0, mostFactors), takes: 'all' }]));
    expect(twelve).toMatchObject({ largest: mostFactors, complete: true });
    expect(twelve.sets.map(({ factors }) => factors.length)).toEqual([mostFactors]);
  });
});

function reached(ways: readonly UnlockWay[], set: readonly string[], now: number): number {
  const within = ways.filter(({ factors }) => factors.every((id) => set.includes(id)));
  return Math.max(now, ...within.map(({ ceiling }) => ceiling));
}
