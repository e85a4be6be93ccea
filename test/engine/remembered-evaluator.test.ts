import { expect, it } from 'vitest';
import { jsonRulesEvaluator } from '../../src/engine/json-rules.ts';
import { rememberedEvaluator } from '../../src/engine/remembered-evaluator.ts';
import { topLevel } from '../../src/model/framework.ts';
import { plots } from './plots.ts';

it('a remembered evaluator says what the other one says, and asks it about each rule once for the facts that it tests', async () => {
  const plain = jsonRulesEvaluator();
  let asked = 0;
  const remembered = rememberedEvaluator({
    evaluate: (rules, facts) => {
      asked += 1;
      return plain.evaluate(rules, facts);
    },
  });
  const rooms = Array.from({ length: topLevel(plots.framework) + 1 }, (_, room) => room);
  const cases = rooms.flatMap((room) =>
    ['yes', 'no'].flatMap((workingTowards) =>
      ['leads', 'aimed', 'none'].flatMap((path) =>
        [1, 2].map((objective) => ({ room, workingTowards, path, objective })),
      ),
    ),
  );
  for (const facts of cases)
    expect(await remembered.evaluate(plots.targets, facts)).toEqual(
      await plain.evaluate(plots.targets, facts),
    );
  const first = asked;
  // One rule tests the room; one that and what is under way; two all but the objective.
  expect(first).toBe(4 + 8 + 24 + 24);
  for (const facts of cases) await remembered.evaluate(plots.targets.toReversed(), facts);
  expect(asked).toBe(first);
});
