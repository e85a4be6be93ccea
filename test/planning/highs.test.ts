import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/kernel/problem.ts';
import { choosePlan } from '../../src/planning/choose-plan.ts';
import type { PlanningInput } from '../../src/planning/planning-input.ts';
import { highsSolver } from './highs.ts';
import { questions } from './instances.ts';

const numRuns = process.env['HEADROOM_TEST_LONG'] === undefined ? 40 : 200;

function gain(input: PlanningInput): number | null {
  try {
    return choosePlan(input, { firm: false }).gain;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'PLAN_IMPOSSIBLE') return null;
    throw thrown;
  }
}

describe('a plan beside another solver', () => {
  it('gains as much as HiGHS finds, with links, demands and weights, in any number of days', async () => {
    const solve = await highsSolver();
    let possible = 0;
    fc.assert(
      fc.property(questions(25, true), fc.integer({ min: 0, max: 120 }), (question, days) => {
        const input = { ...question, request: { ...question.request, days } };
        const own = gain(input);
        expect(own).toBe(solve(input));
        if (own !== null && own > 0) possible++;
      }),
      { numRuns },
    );
    expect(possible).toBeGreaterThan(numRuns / 8);
  });
});
