import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluator } from '../../src/engine/evaluate.ts';
import { runCases } from '../../src/engine/run-cases.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/pack.ts';

const pack = loadPack(fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url)));
const results = await runCases(pack, evaluator(pack));
const rules = [...pack.reading.rules, ...pack.ceilings, ...pack.targets].map(({ id }) => id);

describe('the worked cases of lga-nps-2018', () => {
  it.each(results.map((result) => [result.case.sentence, result] as const))('%s', (_, result) => {
    expect(result.differences).toEqual([]);
    expect(result.passed).toBe(true);
  });

  it('leave no rule of reading, ceilings or targets without a case', () => {
    const taken = new Set(results.flatMap((result) => result.rules));
    expect(rules.filter((rule) => !taken.has(rule))).toEqual([]);
  });

  it('each need their rules: without any one rule, at least one case comes out otherwise', async () => {
    const needless: string[] = [];
    for (const rule of rules) if (!(await someCaseFailsWithout(rule))) needless.push(rule);
    expect(needless).toEqual([]);
  });

  it('hold the officer-readable parts: a sentence that ends, and a comment of its own', () => {
    for (const { sentence, given } of pack.cases) {
      expect(sentence).toMatch(/^[A-Z"].+[.]$/);
      expect(given.comment).not.toBe('');
    }
  });
});

describe('a case that the rules answer otherwise', () => {
  it('says what differs', async () => {
    const [first] = pack.cases;
    if (first === undefined) throw new Error('no case');
    const wrong = { ...first, expected: { ceiling: 2, control: 'internal' as const } };
    const [result] = await runCases({ ...pack, cases: [wrong] }, evaluator(pack));
    expect(result).toMatchObject({
      passed: false,
      differences: [
        { what: 'ceiling', expected: '2' },
        { what: 'control', expected: '"internal"' },
      ],
    });
  });

  it('is refused if its score is none of the framework', async () => {
    const [first] = pack.cases;
    if (first === undefined) throw new Error('no case');
    const wrong = { ...first, given: { ...first.given, score: '3-ish' } };
    await expect(
      runCases({ ...pack, cases: [wrong] }, evaluator(pack)),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Problem: The rules cannot be used: cases/, case action-that-does-something. Seen: the score "3-ish". Allowed: one of 1, 2, 3, 4, 5, or two that follow each other, as "2/3". Write a score of the framework.]`,
    );
  });
});

async function someCaseFailsWithout(rule: string): Promise<boolean> {
  const other = ({ id }: { readonly id: string }) => id !== rule;
  const { reading, ceilings, targets } = pack;
  const without: Pack = {
    ...pack,
    reading: { ...reading, rules: reading.rules.filter(other) },
    ceilings: ceilings.filter(other),
    targets: targets.filter(other),
    cases: results.filter((result) => result.rules.includes(rule)).map((result) => result.case),
  };
  try {
    return (await runCases(without, evaluator(without))).some(({ passed }) => !passed);
  } catch {
    return true;
  }
}
