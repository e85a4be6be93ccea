import { expect, test } from 'vitest';
import { pooledUptake } from '../../../src/benchmark/figures/pooled-uptake.ts';
import type { ObjectiveMoves } from '../../../src/benchmark/figures/uptake.ts';
import { usualBenchmarkRules } from '../../../src/model/benchmark-rules.ts';
import { garden } from './garden.ts';

const objectives = garden.objectives.map(({ number }) => number);
const moves = (from: number, n: number, reached: number): readonly ObjectiveMoves[] =>
  objectives.map((objective) => ({
    objective,
    release: { give: 'counts', steps: [{ from, n, reached }], n },
    own: null,
  }));
const pooled = (given: readonly ObjectiveMoves[]) =>
  pooledUptake({ framework: garden, rules: usualBenchmarkRules, moves: given });

test('a step pools all objectives, a section its own, and the top level goes nowhere', () => {
  const found = pooled(moves(2, 30, 6));
  expect(found.filter(({ by }) => by === 'step').map(({ from }) => from)).toEqual(
    garden.levels
      .map(({ level }) => level)
      .toSorted((a, b) => a - b)
      .slice(0, -1),
  );
  const step = found.find(({ from }) => from === 2);
  expect(step?.reached).toMatchObject({
    n: 30 * objectives.length,
    count: 6 * objectives.length,
    share: 0.2,
  });
  expect(step?.band).toBe('stretch');
  const sections = found.filter(({ by }) => by === 'section');
  expect(sections.reduce((sum, { reached }) => sum + (reached?.n ?? 0), 0)).toBe(30 * objectives.length);
});

test('moves of one organisation hang together: the interval is that of as many as moved on one objective', () => {
  const all = pooled(moves(2, 30, 6)).find(({ from }) => from === 2)?.reached;
  const [one] = moves(2, 30, 6);
  const alone = pooled(one === undefined ? [] : [one]).find(({ from }) => from === 2)?.reached;
  expect([all?.low, all?.high]).toEqual([alone?.low, alone?.high]);
});

test('the own move is taken away, what is withheld is counted, and too few are not told', () => {
  const [first, second] = moves(2, 21, 7);
  if (first === undefined || second === undefined) throw new Error('a garden has two objectives');
  const own = { ...first, own: { from: 2, reached: true } };
  const hidden = { ...second, release: { give: 'nothing', because: 'few-others' } } as const;
  const step = pooled([own, hidden]).find(({ from }) => from === 2);
  expect(step).toMatchObject({ reached: { n: 20, count: 6 }, leftOut: 1 });
  const other = {
    ...second,
    release: { give: 'counts', steps: [{ from: 1, n: 30, reached: 7 }], n: 33 },
  } as const;
  expect(pooled([own, other]).find(({ from }) => from === 2)).toMatchObject({ leftOut: 1 });
  const few = pooled([
    { ...first, release: { give: 'counts', steps: [{ from: 2, n: 19, reached: 7 }], n: 19 } },
  ]);
  expect(few.find(({ from }) => from === 2)).toMatchObject({ reached: null, band: null });
});
