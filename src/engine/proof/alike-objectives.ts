import { testsOf } from '../../model/condition.ts';
import type { Objective } from '../../model/framework.ts';
import type { Pack } from '../../pack/pack.ts';
import { testHolds } from '../../pack/rules/fact-cases.ts';
import { appliesTo } from '../facts.ts';

/**
 * The objectives of a pack, those together that its ceiling and target rules cannot tell apart: the same rules of the
 * rubric are about them, and every test of the objective or its section answers alike. What holds for the levels of
 * one holds for all of its group. In order of the framework.
 */
export function alikeObjectives(pack: Pack): readonly (readonly [Objective, ...Objective[]])[] {
  const tests = [...pack.ceilings, ...pack.targets].flatMap(({ when }) => testsOf(when));
  const keyOf = (objective: Objective) => {
    const about = pack.ceilings.filter((rule) => rule.basis !== 'comment' && appliesTo(rule, objective));
    const answers = tests.map((test) =>
      test.fact === 'objective'
        ? testHolds(test, objective.number)
        : test.fact === 'section' && testHolds(test, objective.section),
    );
    return JSON.stringify([about.map(({ id }) => id), answers]);
  };
  return [...Map.groupBy(pack.framework.objectives, keyOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}
