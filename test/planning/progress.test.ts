import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progress } from '../../src/planning/progress.ts';

const figure = fc.integer({ min: 2, max: 10 }).map((halves) => halves / 2);
const row = fc.record({
  objective: fc.integer({ min: 1, max: 59 }),
  start: figure,
  now: fc.option(figure),
  target: fc.option(figure),
  ceiling: figure,
});

describe('progress', () => {
  it('counts half scores by their midpoint, and what goes beyond a target no further', () => {
    const rows = [
      { objective: 1, start: 2.5, now: 3, target: 3, ceiling: 5 },
      { objective: 2, start: 2, now: 5, target: 3, ceiling: 3 },
      { objective: 3, start: 3, now: 3.5, target: 4, ceiling: 4 },
      { objective: 4, start: 4, now: 3, target: 4, ceiling: 4 },
      { objective: 5, start: 3, now: null, target: 4, ceiling: 5 },
    ];
    expect(progress(rows)).toEqual({
      toTarget: { gone: 2, whole: 3.5, percent: 57 },
      ofHeadroom: { gone: 2, whole: 6.5, percent: 30 },
      planned: [1, 2, 3, 5],
      reached: [1, 2],
      fallen: [4],
    });
  });

  it('has no percentage where there is no way to go', () => {
    expect(progress([]).toTarget).toEqual({ gone: 0, whole: 0, percent: null });
  });

  it('is 100 only when every planned target is reached, however far others went beyond theirs', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const { toTarget, planned, reached } = progress(rows);
        if (toTarget.percent !== null)
          expect(toTarget.percent === 100).toBe(planned.length === reached.length);
        expect(toTarget.gone).toBeLessThanOrEqual(toTarget.whole);
      }),
    );
  });
});
