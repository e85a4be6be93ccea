import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeftOut, LeftOutReason } from '../../src/model/plan-choice.ts';
import { choosePlan } from '../../src/planning/choose-plan.ts';
import { leftOutGroups } from '../../src/planning/left-out-groups.ts';
import { orchard, questions } from './instances.ts';

const worth = (furtherDays: number | null): LeftOutReason => ({
  ...{ kind: 'worth-less', furtherDays, than: [9], lost: 1 },
});
const out = (objective: number, reason: LeftOutReason, because = 'Said.'): LeftOut => ({
  ...{ objective, name: `Plot ${objective}`, section: 'beds', reason, because },
});
const asLines = (leftOut: readonly LeftOut[], days = 20) =>
  leftOutGroups(leftOut, days).map(
    ({ because, objectives }) =>
      `${because} ${objectives.map(({ objective, takes }) => `#${objective}${takes && ` ${takes}`}`).join(', ')}`,
  );

describe('reasons that are the same', () => {
  it('stand once, with their objectives; what could be in comes first, and what several share', () => {
    const lines = asLines([
      out(8, { kind: 'held' }, 'Nothing leads further.'),
      out(7, { kind: 'top' }, 'It is at the top level.'),
      out(6, { kind: 'no-weight' }, 'Its weight is 0.'),
      out(5, { kind: 'no-days', furtherDays: 5, equalTo: [9] }),
      out(4, { kind: 'no-days', furtherDays: 5, equalTo: [9] }),
      out(3, worth(null)),
      out(2, worth(10)),
      out(1, worth(1)),
      out(10, { kind: 'held' }, 'Nothing leads further.'),
      out(11, { kind: 'top' }, 'It is at the top level.'),
      out(12, { kind: 'no-weight' }, 'Its weight is 0.'),
      out(13, { kind: 'waits-on', on: [1, 2], furtherDays: null }, 'It waits.'),
    ]);
    expect(lines).toMatchInlineSnapshot(`
      [
        "Each is worth less for its days than #9; it would fit with the further days that stand beside it. #1 1 day more, #2 10 days more, #3",
        "No days are left of 20; each would gain no more than #9; it would fit with 5 days more. #4, #5",
        "It waits. #13",
        "Each has a weight of 0. #6, #12",
        "Each is at the top level. #7, #11",
        "Nothing leads further. #8, #10",
      ]
    `);
  });

  it('are told of a plan in which nothing is left of the days', () => {
    const plots = [1, 2, 3].map(() => ({ score: '2', ceiling: 5, stance: 'advance' }) as const);
    const { leftOut } = choosePlan(orchard(plots, { days: 3 }), { firm: false });
    expect(asLines(leftOut, 3)).toMatchInlineSnapshot(`
      [
        "No days are left of 3; each would gain no more than #1; it would fit with the further days that stand beside it. #2 3 days more, #3 6 days more",
      ]
    `);
  });

  it('hold every objective that is left out once, and a single one keeps its own sentence', () => {
    fc.assert(
      fc.property(questions(7, false), (input) => {
        const { leftOut } = choosePlan(input, { firm: false });
        const groups = leftOutGroups(leftOut, input.request.days);
        expect(
          groups
            .flatMap(({ objectives }) => objectives.map(({ objective }) => objective))
            .toSorted((a, b) => a - b),
        ).toEqual(leftOut.map(({ objective }) => objective));
        expect(new Set(groups.map(({ because }) => because)).size).toBe(groups.length);
        for (const { objectives, because } of groups) {
          const [first, ...others] = objectives;
          if (others.length === 0)
            expect(because).toBe(leftOut.find(({ objective }) => objective === first?.objective)?.because);
          const kinds = objectives.map(
            ({ objective }) => leftOut.find((each) => each.objective === objective)?.reason.kind,
          );
          expect(new Set(kinds).size).toBe(1);
        }
        expect(leftOutGroups(leftOut.toReversed(), input.request.days)).toEqual(groups);
      }),
      { numRuns: 100 },
    );
  });
});
