import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LiftedCount, liftedCounts } from '../../../src/benchmark/counts/lifted-counts.ts';
import { scoredAdvice } from '../../../src/model/advice.ts';
import type { FactorState } from '../../../src/model/factor.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { pack as lga } from '../../engine/medway.ts';
import { type Drawn, evaluated, obstacle, scoresOf } from '../../engine/sql/drawn-evaluations.ts';
import { allotment } from '../../pack/allotment.ts';
import { withPanel } from './small-panel.ts';

const pack = loadPack(allotment);
const signalOf: Readonly<Record<string, string>> = { neighbours: 'neighbours', time: 'hours' };

/** An organisation with what it scored, and the causes that it gave. */
interface Plot {
  readonly rows: readonly {
    readonly drawn: Drawn;
    readonly causes: readonly { cause: string; level: number }[];
  }[];
  readonly factors: Readonly<Record<string, FactorState>>;
}

const aCause = fc.record({
  cause: fc.constantFrom('neighbours', 'time'),
  level: fc.constantFrom(0, 1, 2, 3),
});
const aPlot: fc.Arbitrary<Plot> = fc.record({
  rows: fc.tuple(
    ...pack.framework.objectives.map(({ number: objective }) =>
      fc
        .tuple(fc.constantFrom(...scoresOf(pack)), fc.array(aCause, { maxLength: 3 }))
        .map(([score, causes]) => ({
          drawn: {
            objective,
            score,
            obstacles: causes.map(({ cause, level }) => obstacle(signalOf[cause] ?? '', 'stated', level)),
            courses: [],
            decision: false,
          },
          causes,
        })),
    ),
  ),
  factors: fc.record({
    'shared-shed': fc.constantFrom('yes', 'no', 'unknown'),
    'show-tent': fc.constantFrom('yes', 'unknown'),
  }),
});

/** The same counts by json-rules-engine. */
async function byEngine(plots: readonly Plot[]): Promise<readonly LiftedCount[]> {
  const ceilings = async ({ rows, factors }: Plot) => {
    const { advice } = await evaluated(
      pack,
      rows.map(({ drawn }) => drawn),
      factors,
    );
    return new Map(scoredAdvice(advice).map(({ objective, ceiling }) => [objective, ceiling.level]));
  };
  const all = Object.fromEntries(pack.factors.map(({ id }) => [id, 'yes' as const]));
  const counts: LiftedCount[] = [];
  for (const factor of [...pack.factors.map(({ id }) => id), null]) {
    const lifted = factor === null ? all : { [factor]: 'yes' as const };
    const rises = new Map<number, number>();
    for (const plot of plots) {
      const before = await ceilings(plot);
      const after = await ceilings({ ...plot, factors: { ...plot.factors, ...lifted } });
      for (const [objective, level] of before)
        rises.set(objective, (rises.get(objective) ?? 0) + ((after.get(objective) ?? 0) > level ? 1 : 0));
    }
    for (const [objective, risen] of rises) counts.push({ factor, objective, n: plots.length, rises: risen });
  }
  return counts;
}

test('the SQL counts the ceilings that json-rules-engine raises', async () => {
  const plots = fc.sample(aPlot, { seed: 7, numRuns: 60 });
  const rows = plots.flatMap((plot, index) =>
    plot.rows.map(({ drawn, causes }) => ({
      organisation: `plot-${index}`,
      objective: drawn.objective,
      achieved: drawn.score.achieved,
      causes,
    })),
  );
  const factors = Object.fromEntries(plots.map((plot, index) => [`plot-${index}`, plot.factors]));
  const counted = await withPanel({ rows, factors }, (open) => liftedCounts(open, pack, '2031'));
  expect(counted).toEqual(await byEngine(plots));
  expect(counted.filter(({ rises }) => rises > 0).length).toBeGreaterThan(4);
});

test('a cause that several circumstances could lift is lifted by none of them alone', async () => {
  const rows = [
    { organisation: 'a', objective: 4, achieved: 2, causes: [{ cause: 'joint-working', level: 4 }] },
  ];
  const counted = await withPanel({ rows }, (open) => liftedCounts(open, lga, '2031'));
  expect(counted.filter(({ rises }) => rises > 0)).toEqual([{ factor: null, objective: 4, n: 1, rises: 1 }]);
});

test('a panel without causes and circumstances is capped by the words of the rubric alone', async () => {
  const rows = [1, 3].map((achieved) => ({ organisation: `plot-${achieved}`, objective: 1, achieved }));
  const counted = await withPanel({ rows }, (open) => liftedCounts(open, pack, '2031'));
  expect(counted).toEqual([
    { factor: 'shared-shed', objective: 1, n: 2, rises: 1 },
    { factor: 'show-tent', objective: 1, n: 2, rises: 0 },
    { factor: null, objective: 1, n: 2, rises: 1 },
  ]);
});

test('a period without rows has no counts', async () => {
  const rows = [{ organisation: 'plot', objective: 1, achieved: 1 }];
  expect(await withPanel({ rows }, (open) => liftedCounts(open, pack, '2030'))).toEqual([]);
});
