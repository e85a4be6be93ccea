import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvaluationInput, evaluator } from '../../src/engine/evaluate.ts';
import type { FactorSettings } from '../../src/engine/facts.ts';
import { canonicalJson } from '../../src/kernel/canonical.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { topLevel } from '../../src/model/framework.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { pack } from '../engine/medway.ts';
import { anInput, runs } from './assessments.ts';
import { quotesOf, sourceOf } from './quotes.ts';

const evaluate = evaluator(pack);
const top = topLevel(pack.framework);
const settings = { seed: 2018, numRuns: runs(40) };

/** Ceiling and target of each scored objective. */
async function levels(input: EvaluationInput): Promise<ReadonlyMap<number, readonly [number, number]>> {
  const { advice } = await evaluate(input);
  return new Map(
    scoredAdvice(advice).map((each) => [each.objective, [each.ceiling.level, each.target.level]]),
  );
}

describe('for any scores, comments and circumstances', () => {
  it('achieved ≤ target ≤ ceiling ≤ potential ≤ top, and a potential above the ceiling needs an external cause that binds', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        for (const { score, target, ceiling, potential, headroom } of scoredAdvice(
          (await evaluate(input)).advice,
        )) {
          seen += 1;
          expect(score.achieved).toBeLessThanOrEqual(target.level);
          expect(target.level).toBeLessThanOrEqual(ceiling.level);
          expect(ceiling.level).toBeLessThanOrEqual(potential);
          expect(potential).toBeLessThanOrEqual(top);
          expect(headroom).toBe(ceiling.level - score.achieved);
          if (potential > ceiling.level) expect(['external', 'mixed']).toContain(ceiling.control);
          if (ceiling.control === 'internal') expect(potential).toBe(ceiling.level);
        }
      }),
      settings,
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('a circumstance that becomes true lowers no ceiling and no target', async () => {
    const factor = fc.constantFrom(...pack.factors.map(({ id }) => id));
    let lifted = 0;
    await fc.assert(
      fc.asyncProperty(anInput, factor, async (input, id) => {
        const before = await levels(input);
        const after = await levels({ ...input, factors: { ...input.factors, [id]: 'yes' } });
        for (const [objective, [ceiling, target]] of before) {
          const [newCeiling = 0, newTarget = 0] = after.get(objective) ?? [];
          expect(newCeiling).toBeGreaterThanOrEqual(ceiling);
          expect(newTarget).toBeGreaterThanOrEqual(target);
          if (newCeiling > ceiling) lifted += 1;
        }
      }),
      settings,
    );
    expect(lifted).toBeGreaterThan(0);
  });

  it('a circumstance that nobody knows counts as one that is not there, and one that is claimed too', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const known: FactorSettings = Object.fromEntries(
          pack.factors.map(({ id }) => [id, input.factors[id] === 'yes' ? 'yes' : 'no']),
        );
        expect(await levels(input)).toEqual(await levels({ ...input, factors: known }));
      }),
      settings,
    );
  });

  it('without comments nothing is suggested but to finish what is under way', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const rows = input.assessment.rows.map((row) => ({ ...row, text: '' }));
        const silent = await evaluate({ ...input, assessment: { ...input.assessment, rows } });
        for (const { score, target, ceiling } of scoredAdvice(silent.advice)) {
          expect(target.stance).not.toBe('advance');
          if (score.workingTowards === null) expect(target.level).toBe(score.achieved);
          expect(ceiling.causes.filter(({ basis }) => basis === 'comment')).toEqual([]);
        }
      }),
      settings,
    );
  });

  it('what is not scored has neither ceiling nor target, and changes nothing for what is', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const rows = input.assessment.rows.filter(({ state }) => state === 'scored');
        const { advice } = await evaluate(input);
        const alone = await evaluate({ ...input, assessment: { ...input.assessment, rows } });
        expect(scoredAdvice(alone.advice)).toEqual(scoredAdvice(advice));
        expect(advice.objectives.filter((each) => each.state !== 'scored' && 'target' in each)).toEqual([]);
      }),
      settings,
    );
  });

  it('every quote is exactly the slice of its source', async () => {
    let quotes = 0;
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        for (const quote of quotesOf(await evaluate(input))) {
          quotes += 1;
          expect(quote.quote).not.toBe('');
          expect(
            sourceOf(quote, pack, [input.assessment, ...input.earlier]).slice(quote.start, quote.end),
          ).toBe(quote.quote);
        }
      }),
      settings,
    );
    expect(quotes).toBeGreaterThan(300);
  });
});

describe('the same inputs', () => {
  it('give the same bytes, from an evaluator that was used before and from a new one', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const [used, again, fresh] = await Promise.all([
          evaluate(input),
          evaluate(structuredClone(input)),
          evaluator(pack)(input),
        ]);
        expect(JSON.stringify(again)).toBe(JSON.stringify(used));
        expect(JSON.stringify(fresh)).toBe(JSON.stringify(used));
        expect(canonicalJson(fresh.advice)).toBe(canonicalJson(used.advice));
      }),
      { ...settings, numRuns: runs(15) },
    );
  });

  it('in another order of objectives, rules, files and rows give the same advice', async () => {
    await fc.assert(
      fc.asyncProperty(anInput, fc.infiniteStream(fc.nat()), async (input, numbers) => {
        const shuffle = <Item>(items: readonly Item[]): readonly Item[] =>
          items
            .map((item) => ({ item, by: numbers.next().value ?? 0 }))
            .sort((a, b) => a.by - b.by)
            .map(({ item }) => item);
        const { framework, reading } = pack;
        const other: Pack = {
          ...pack,
          framework: {
            ...framework,
            levels: [...shuffle(framework.levels)],
            sections: [...shuffle(framework.sections)],
            objectives: [...shuffle(framework.objectives)],
          },
          causes: shuffle(pack.causes),
          factors: shuffle(pack.factors),
          reading: { ...reading, rules: shuffle(reading.rules) },
          ceilings: shuffle(pack.ceilings),
          targets: shuffle(pack.targets),
          links: shuffle(pack.links),
          criteria: shuffle(pack.criteria),
        };
        const rows = [...shuffle(input.assessment.rows)];
        const usual = await evaluate(input);
        const turned = await evaluator(other)({ ...input, assessment: { ...input.assessment, rows } });
        const inOrder = <Item extends { readonly objective: number }>(items: readonly Item[]) =>
          items.toSorted((a, b) => a.objective - b.objective);
        expect(canonicalJson({ ...turned.advice, objectives: inOrder(turned.advice.objectives) })).toBe(
          canonicalJson(usual.advice),
        );
        expect(canonicalJson(inOrder(turned.readings))).toBe(canonicalJson(inOrder(usual.readings)));
      }),
      { ...settings, numRuns: runs(15) },
    );
  });
});
