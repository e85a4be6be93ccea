import { expect, test } from 'vitest';
import { uptakeOf } from '../../../src/benchmark/figures/uptake.ts';
import { withUptake } from '../../../src/benchmark/figures/with-uptake.ts';
import { evaluator } from '../../../src/engine/evaluate.ts';
import { matches } from '../../../src/kernel/schema.ts';
import { Advice, scoredAdvice } from '../../../src/model/advice.ts';
import { assessmentOf, pack } from '../../engine/medway.ts';

test('advice says beside a target how often others reached it, and changes in nothing else', async () => {
  const { advice } = await evaluator(pack)({
    assessment: assessmentOf('2023'),
    earlier: [assessmentOf('2022')],
    period: '2024',
    factors: {},
    corrections: [],
  });
  const steps = pack.framework.levels.map(({ level }) => ({ from: level, n: 40, reached: 8 }));
  const uptake = uptakeOf({
    framework: pack.framework,
    rules: pack.benchmark,
    group: { kind: 'all', name: 'all organisations' },
    periods: { from: '2022', to: '2023' },
    moves: pack.framework.objectives.map(({ number }) => ({
      objective: number,
      release: { give: 'counts', steps, n: 200 },
      own: null,
    })),
  });
  const given = withUptake(advice, uptake);
  expect(matches(Advice, given)).toBe(true);
  for (const { target, score } of scoredAdvice(given)) {
    const aimed = target.level > score.achieved || target.openLevel !== null;
    expect(target.uptake?.words).toBe(aimed ? 'stretch: 8 of 40 peers' : undefined);
  }
  const without = {
    ...given,
    objectives: given.objectives.map((one) => {
      if (one.state !== 'scored') return one;
      const { uptake: _, ...target } = one.target;
      return { ...one, target };
    }),
  };
  expect(without).toEqual(advice);
});
