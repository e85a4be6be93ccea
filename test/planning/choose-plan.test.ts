import { describe, expect, it } from 'vitest';
import type { PlanRequest } from '../../src/model/plan-request.ts';
import { parsePlanRequest } from '../../src/planning/check-request.ts';
import { choosePlan } from '../../src/planning/choose-plan.ts';
import { frontierRows } from '../../src/planning/frontier-rows.ts';
import { link, orchard } from './instances.ts';

const plots = [
  { score: '2/3', ceiling: 5, stance: 'finish' },
  { score: '3', ceiling: 5, stance: 'open' },
  { score: '3', ceiling: 3, stance: 'hold' },
  { score: '4', ceiling: 5, stance: 'hold' },
  null,
  { score: '2', ceiling: 5, stance: 'advance' },
  { score: '3', ceiling: 5, stance: 'open' },
] as const;
const links = [link('waits-on', [2], [7]), link('shares-action', [6], [1])];
const plan = (request: PlanRequest) => choosePlan(orchard(plots, request, links));

describe('a plan of an orchard', () => {
  it('pays a shared action once, and gives the reason for each plot left out', () => {
    const { targets, leftOut, days, left, firmness } = plan({ days: 5 });
    expect(
      targets.map(({ objective, level, days: own, paidWith }) => [objective, level, own, paidWith]),
    ).toEqual([
      [1, 3, 3, null],
      [6, 3, 0, 1],
    ]);
    expect([days, left]).toEqual([3, 2]);
    expect(
      leftOut.map(({ objective, reason, because }) => `${objective} ${reason.kind}: ${because}`),
    ).toMatchInlineSnapshot(`
      [
        "2 waits-on: It waits on #7, not in the plan; both fit with 8 days more.",
        "3 capped: The weather.",
        "4 held: The advice is to hold.",
        "5 not-scored: It is not scored: there are none",
        "7 worth-less: It is worth less for its days than #1 and #6; it would fit with 3 days more.",
      ]
    `);
    expect(firmness).toEqual({ draws: 200, stays: 200, share: 1, seed: 1 });
  });

  it('is less firm where a little more or fewer days change what fits', () => {
    const days = [1, 6, 7, 2].map((objective) => ({ objective, level: null, days: 8 }));
    const { firmness, targets } = plan({ days: 16, stepDays: days });
    expect(targets.map((each) => each.objective)).toEqual([1, 6, 7]);
    expect(firmness?.share).toBeGreaterThan(0.2);
    expect(firmness?.share).toBeLessThan(0.8);
    expect(targets.find(({ objective }) => objective === 1)?.firmness).toBe(1);
  });

  it('shows what comes in with more days', () => {
    expect(
      frontierRows(plan({ days: 5 })).map(({ days, gain, joins, chosen }) => [days, gain, joins, chosen]),
    ).toEqual([
      [0, 0, '', false],
      [3, 4, '1, 6', true],
      [8, 5, '7', false],
      [13, 6, '2', false],
    ]);
  });

  it('refuses what cannot be, and says what and why', () => {
    const refused: readonly [string, PlanRequest][] = [
      ['a minimum above a ceiling', { days: 99, minimums: [{ objective: 3, level: 4 }] }],
      ['a lock above a ceiling', { days: 99, locks: [{ objective: 3, level: 5 }] }],
      ['a lock below the score', { days: 99, locks: [{ objective: 4, level: 3 }] }],
      [
        'locks over the days',
        {
          days: 4,
          locks: [
            { objective: 2, level: 4 },
            { objective: 1, level: 3 },
          ],
        },
      ],
      [
        'a lock against what waits on it',
        { days: 99, minimums: [{ objective: 2, level: 4 }], locks: [{ objective: 7, level: 3 }] },
      ],
      ['more levels than in a year', { days: 99, minimums: [{ objective: 1, level: 4 }] }],
      ['a plot that is not scored', { days: 99, minimums: [{ objective: 5, level: 1 }] }],
      ['no such plot', { days: 9, locks: [{ objective: 12, level: 1 }] }],
      [
        'two figures for one weight',
        {
          days: 9,
          weights: {
            objectives: [
              { objective: 1, weight: 1 },
              { objective: 1, weight: 2 },
            ],
          },
        },
      ],
    ];
    const said = refused.map(([what, request]) => {
      try {
        return `${what}: accepted, ${plan(request).days} days`;
      } catch (thrown) {
        return `${what}: ${thrown instanceof Error ? thrown.message : ''}`;
      }
    });
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "a minimum above a ceiling: The demands on the plan cannot all be met. Seen: objective 3 at level 4 or above. These cannot hold together: objective 3 would have to reach 4, and can reach 3 (its ceiling). Change one of them.
      a lock above a ceiling: The demands on the plan cannot all be met. Seen: objective 3 at level 5. These cannot hold together: objective 3 would have to reach 5, and can reach 3 (its ceiling). Change one of them.
      a lock below the score: The demands on the plan cannot all be met. Seen: objective 4 at level 3. These cannot hold together: objective 4 is at 4 already. Change one of them.
      locks over the days: The demands on the plan cannot all be met. Seen: 4 officer-days in all; objective 2 at level 4. These cannot hold together: objective 2 at level 4 takes 10 officer-days; there are 4. Change one of them.
      a lock against what waits on it: The demands on the plan cannot all be met. Seen: objective 2 at level 4 or above; objective 7 at level 3. These cannot hold together: objective 7 would have to reach 4, because objective 2 waits on it, and can reach 3. Change one of them.
      more levels than in a year: The demands on the plan cannot all be met. Seen: at most 1 level a year; objective 1 at level 4 or above. These cannot hold together: objective 1 would have to reach 4, and can reach 3. Change one of them.
      a plot that is not scored: The demands on the plan cannot all be met. Seen: objective 5 at level 1 or above. These cannot hold together: objective 5 is not scored. Change one of them.
      no such plot: No such objective in the framework. Seen: 12. Allowed: 1 to 7. Give the number of an objective that the advice has.
      two figures for one weight: A value is not one that is allowed: weights, objective 1. Seen: 1 and 2. Allowed: one figure. Say it once."
    `);
  });

  it('refuses fewer days than none, and half days', () => {
    expect(() => parsePlanRequest({ days: -1 })).toThrow('/days');
    expect(() => parsePlanRequest({ days: 1.5 })).toThrow('/days');
  });

  it('refuses links in a ring, and too many', () => {
    const ring = [link('waits-on', [1], [2]), link('waits-on', [2], [1])];
    expect(() => choosePlan(orchard(plots, { days: 9 }, ring))).toThrow('1 on 2 on 1');
    const many = [link('shares-action', [1], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])];
    expect(() => choosePlan(orchard(plots, { days: 9 }, many))).toThrow('13 linked objectives');
  });
});
