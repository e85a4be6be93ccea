import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alikeObjectives } from '../../../src/engine/proof/alike-objectives.ts';
import { caseAt, countOf, domainOf, limitingSignals } from '../../../src/engine/proof/domain.ts';
import { outcomes } from '../../../src/engine/proof/outcomes.ts';
import { properties } from '../../../src/engine/proof/properties.ts';
import { type Proof, prove, usualMost } from '../../../src/engine/proof/prove.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { pack } from '../medway.ts';
import { plots } from '../plots.ts';

const long = process.env['HEADROOM_TEST_LONG'] !== undefined;
const numbers = (objectives: readonly { readonly number: number }[]) =>
  objectives.map(({ number }) => number);

/** What a proof covered, one line for each part. */
function lines({ groups }: Proof): readonly string[] {
  return groups.flatMap(({ objectives, parts }) =>
    parts.map(({ part, method, strength, cases, of }) =>
      `${objectives.length} objectives, ${part}: ${cases} of ${of}, ${method} ${strength ?? ''}`.trim(),
    ),
  );
}

describe('what always holds of the rules that are here', () => {
  it('holds, for each objective, in every case where they are few and in arrays of them where they are many', async () => {
    const proof = await prove(pack);
    expect(proof.counterexamples).toEqual([]);
    const proven = proof.groups.flatMap(({ objectives }) => numbers(objectives));
    expect(proven.toSorted((a, b) => a - b)).toEqual(numbers(pack.framework.objectives));
    for (const { parts } of proof.groups)
      for (const { method, of, cases } of parts)
        expect(method === 'exhaustive').toBe(of <= usualMost && of === cases);
    const of = (part: string) => lines(proof).filter((line) => line.includes(part));
    expect(of('no-limit').every((line) => line.endsWith('exhaustive'))).toBe(true);
    expect(of('one-limit')[0]).toMatch(/exhaustive$/);
    expect(of('any-limits').every((line) => line.endsWith('covering-array 2'))).toBe(true);
    const cases = proof.groups.flatMap(({ parts }) => parts.map((part) => part.cases));
    console.info(`proven in ${cases.reduce((sum, each) => sum + each)} cases`);
  });

  it('holds for an invented pack in every case', async () => {
    const proof = await prove(plots);
    expect(proof.counterexamples).toEqual([]);
    expect(lines(proof)).toMatchInlineSnapshot(`
      [
        "2 objectives, any-limits: 11340 of 11340, exhaustive",
        "3 objectives, any-limits: 11340 of 11340, exhaustive",
      ]
    `);
  });

  it('is never asked of more cases than there are', async () => {
    const { groups } = await prove(plots, 100);
    const parts = groups.flatMap((group) => group.parts);
    expect(parts.filter(({ cases, of }) => cases > of)).toEqual([]);
    expect(parts.map(({ part, method, of }) => `${part}: ${method} of ${of}`)).toContain(
      'no-limit: exhaustive of 140',
    );
    expect(parts.map(({ method }) => method)).toContain('covering-array');
  });

  it.runIf(long)(
    'holds with every case of one limit, and with every combination of any three facts',
    async () => {
      const proof = await prove(pack, 999_999);
      expect(proof.counterexamples).toEqual([]);
      const parts = proof.groups.flatMap((group) => group.parts);
      const methods = Map.groupBy(parts, ({ part, method, strength }) => `${part} ${method} ${strength}`);
      expect([...methods.keys()]).toEqual([
        'no-limit exhaustive null',
        'one-limit exhaustive null',
        'any-limits covering-array 3',
      ]);
      console.info(`proven in ${parts.reduce((sum, { cases }) => sum + cases, 0)} cases`);
    },
    600_000,
  );
});

describe('the cases of a proof', () => {
  it('have every fact that the rules for an objective mention, and every value of it', () => {
    const [objective] = plots.framework.objectives;
    if (objective === undefined) throw new Error('no objective');
    const domain = domainOf(plots, objective, limitingSignals(plots), false);
    expect(domain.variables.map(({ fact, values }) => `${fact} ${values.length}`)).toEqual([
      'score 7',
      'path 5',
      'factor.shared-shed 4',
      'said.hours 9',
      'said.neighbours 9',
    ]);
    expect(countOf(domain)).toBe(7 * 5 * 4 * 9 * 9);
    expect(caseAt(domain, [3, 0, 3, 8, 0])).toMatchObject({
      score: { label: '1/2' },
      path: 'none',
      factors: { 'shared-shed': 'yes' },
      limits: { hours: { strength: 'hedged', level: 3 } },
    });
  });

  it('stand for objectives that come out alike in each of them', async () => {
    const groups = alikeObjectives(plots);
    expect(groups.map(numbers)).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    const { of } = outcomes(plots);
    let compared = 0;
    for (const [first, ...others] of groups) {
      const domain = domainOf(plots, first, limitingSignals(plots), false);
      for (let place = 0; place < 7 * 5 * 4 * 9; place += 1) {
        const one = caseAt(domain, [place % 7, place % 5, place % 4, place % 9, (place * 5) % 9]);
        for (const objective of others) {
          expect(await of({ ...one, objective })).toEqual(await of(one));
          compared += 1;
        }
      }
    }
    expect(compared).toBe(3 * 1260);
  });

  it('part objectives as soon as a test tells them apart', () => {
    const [first, ...others] = plots.ceilings;
    if (first === undefined) throw new Error('no rule');
    const apart = { fact: 'objective', operator: 'lessThan', value: 2 } as const;
    const other: Pack = { ...plots, ceilings: [{ ...first, when: { all: [apart] } }, ...others] };
    expect(alikeObjectives(other).map(numbers)).toEqual([[1], [2], [3, 4, 5]]);
  });
});

it('every property is in docs/properties.md, with tests that are there', () => {
  const root = new URL('../../../', import.meta.url);
  const page = readFileSync(new URL('docs/properties.md', root), 'utf8');
  expect(properties.filter(({ says }) => !page.includes(says))).toEqual([]);
  const tests = [...page.matchAll(/`(test\/[^`]+\.ts)`/g)].map(([, path = '']) => path);
  expect(tests.length).toBeGreaterThan(5);
  expect(tests.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

describe('rules that no file can say', () => {
  it('are found out where a circumstance brings a limit', async () => {
    const rules = plots.ceilings.map((rule) => ({
      ...rule,
      when: { all: [{ fact: 'factor.shared-shed', operator: 'equal', value: 'yes' } as const] },
    }));
    const { counterexamples } = await prove({ ...plots, ceilings: rules }, 0);
    const found = counterexamples.find(({ violation }) => violation.property === 'lifting');
    expect(found?.case).toMatchObject({
      given: { objective: 1, factors: { 'shared-shed': 'yes' } },
      expected: { ceiling: 3 },
    });
  });

  it('are found out where their order matters: two with one id', async () => {
    const [first, ...others] = plots.targets;
    if (first === undefined) throw new Error('no rule');
    const twice: Pack = { ...plots, targets: [first, { ...first, because: 'Otherwise.' }, ...others] };
    const { counterexamples } = await prove(twice, 0);
    expect(counterexamples.map(({ violation }) => violation.property)).toContain('order');
  });
});
