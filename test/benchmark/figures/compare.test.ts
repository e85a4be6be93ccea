import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/benchmark/figures/compare.ts';
import type { ObjectiveAnswers } from '../../../src/benchmark/figures/objective-answers.ts';
import { matches } from '../../../src/kernel/schema.ts';
import { Comparison } from '../../../src/model/comparison.ts';
import { answers, counts, input } from './garden.ts';

const nothing = { give: 'nothing', because: 'few-others' } as const;

/** The first objective beside others. */
function first(...given: readonly ObjectiveAnswers[]) {
  const [objective] = compare(input(...given)).objectives;
  if (objective === undefined) throw new Error('no objective');
  return objective;
}

describe('one objective beside others', () => {
  const compared = first(answers(1, counts({ 1: 3, 2: 10, '2/3': 4, 3: 13, 4: 2 }), '3'));

  test('has figures of the others alone: the own answer is taken away', () => {
    expect(compared.others).toMatchObject({ give: 'counts', n: 31 });
  });

  test('counts 2/3 as 2 in levels and at or above, and as 2.5 where a middle is needed', () => {
    expect(compared.others).toMatchObject({
      levels: [
        { level: 1, count: 3, towards: 0, share: 3 / 31 },
        { level: 2, count: 14, towards: 4, share: 14 / 31 },
        { level: 3, count: 12, towards: 0, share: 12 / 31 },
        { level: 4, count: 2, towards: 0, share: 2 / 31 },
        { level: 5, count: 0, towards: 0, share: 0 },
      ],
      quartiles: { lower: { label: '2' }, median: { label: '2/3' }, upper: { label: '3' } },
      satisfactory: { count: 14, n: 31 },
    });
    expect(compared.standing).toMatchObject({ atOrAbove: { count: 14, n: 31 }, distance: 0.5 });
    expect(compared.standing?.position).toBeCloseTo(0.7419354838709676, 12);
  });

  test('is put in one sentence', () => {
    expect(compared.sentence).toMatchInlineSnapshot(
      `"Scored 3: higher than most of 31 others, of whom 45% (14 of 31) are at 3 or above, which is satisfactory; their median is 2/3."`,
    );
    const lower = first(answers(1, counts({ 2: 2, '2/3': 1, 3: 10, 4: 11 }), '2/3'));
    expect(lower.sentence).toMatchInlineSnapshot(
      `"Scored 2/3: lower than nearly all of 23 others, of whom 100% (23 of 23) are at 2 or above and 91% (21 of 23) at 3 or above, which is satisfactory; their median is 3."`,
    );
    const silent = first(answers(1, counts({ 2: 10, 3: 10 }), 'not-applicable'));
    expect(silent.sentence).toMatchInlineSnapshot(
      `"Not applicable here. Of 20 others 50% (10 of 20) are at 3 or above, which is satisfactory; their median is 2."`,
    );
  });

  test('of somebody who is not in the panel takes nothing away', () => {
    const outside = first(answers(1, counts({ 2: 10, 3: 10 }), '5', { among: false }));
    expect(outside.others).toMatchObject({ n: 20 });
    expect(outside.sentence).toMatchInlineSnapshot(
      `"Scored 5: higher than all of 20 others, of whom 0% (0 of 20) are at 5 or above and 50% (10 of 20) at 3 or above, which is satisfactory; their median is 2."`,
    );
  });

  test('that all others hold alike has words of its own, and an own answer alone has no others', () => {
    expect(first(answers(1, counts({ 3: 12 }), '3')).sentence).toMatchInlineSnapshot(
      `"Scored 3: the same as all of 11 others, of whom 100% (11 of 11) are at 3 or above, which is satisfactory; their median is 3."`,
    );
    expect(first(answers(1, counts({ 3: 12, 2: 1 }), '2')).sentence).toMatchInlineSnapshot(
      `"Scored 2: lower than all of 12 others, of whom 100% (12 of 12) are at 2 or above and 100% (12 of 12) at 3 or above, which is satisfactory; their median is 3."`,
    );
    expect(first(answers(1, counts({ 3: 1 }), '3')).others).toEqual({
      give: 'nothing',
      because: 'nobody-else',
    });
  });

  test('is never called higher than most where most hold the same score', () => {
    const { standing } = first(answers(1, counts({ 2: 30, 3: 71 }), '3'));
    expect(standing?.words).toBe('the same as most');
    expect(first(answers(1, counts({ 2: 55, 3: 46 }), '3')).standing?.words).toBe('higher than most');
    expect(first(answers(1, counts({ 2: 20, 3: 21 }), '3')).standing?.words).toBe('higher than half');
    expect(first(answers(1, counts({ 2: 21, 3: 20 }), '2')).standing?.words).toBe('lower than half');
    expect(first(answers(1, counts({ 1: 15, 2: 20, 3: 15 }), '2')).standing?.words).toBe('around the middle');
  });

  test('of which nothing is given has no figure, and says why', () => {
    for (const because of ['few-others', 'close-to-another', 'singles-out'] as const) {
      const withheld = first(answers(1, { give: 'nothing', because }, '3'));
      expect(withheld).toMatchObject({ others: { give: 'nothing', because }, standing: null });
      expect(withheld.sentence).toMatch(/^Scored 3\. Figures of the others are not given: /);
      expect(withheld.sentence.replace('Scored 3', '')).not.toMatch(/\d/);
    }
    const nearly = first(answers(1, { give: 'nearly-all', achieved: 3, n: 24 }, '4', { among: true }));
    expect(nearly).toMatchObject({ others: { give: 'nearly-all', level: 3, n: 23 }, standing: null });
    expect(nearly.sentence).toMatchInlineSnapshot(
      `"Scored 4. Nearly all others hold 3: 23 others answered."`,
    );
  });

  test('whose own answer is not among the counts is refused', () => {
    expect(() => first(answers(1, counts({ 2: 12 }), '3', { among: true }))).toThrow(/among the counts/);
  });
});

describe('a section and the whole', () => {
  const compared = compare(
    input(
      answers(1, counts({ 2: 11, 3: 10 }), '3'),
      answers(2, nothing, '2'),
      answers(3, counts({ '2/3': 6, 4: 6 }), 'not-applicable'),
    ),
  );

  test('pool what is given and scored, and name what they leave out', () => {
    const [soil, people] = compared.sections;
    expect(soil).toMatchObject({
      pooled: [1],
      leftOut: [{ objective: 2, because: 'few-others' }],
      others: { n: 20 },
      own: { satisfactory: 1, n: 1, mean: 3 },
    });
    expect(people).toMatchObject({
      pooled: [],
      leftOut: [{ objective: 3, because: 'not-applicable' }],
      others: null,
    });
    expect(compared.whole).toMatchObject({ pooled: [1], objectives: 3, others: { n: 20 } });
    expect([soil, people, compared.whole].map((pool) => pool?.sentence)).toMatchInlineSnapshot(`
      [
        "Over 1 of 2 objectives: higher than most. Of the others’ 20 scores 11 are lower than the one here on the same objective, 9 the same and none higher; 45% (9 of 20) are at 3 or above, here 100% (1 of 1). Left out: 1 (fewer than ten others answered).",
        "Nothing can be said of others. Left out: 1 (not applicable here).",
        "Over 1 of 3 objectives: higher than most. Of the others’ 20 scores 11 are lower than the one here on the same objective, 9 the same and none higher; 45% (9 of 20) are at 3 or above, here 100% (1 of 1). Left out: 1 (fewer than ten others answered), 1 (not applicable here).",
      ]
    `);
  });

  test('of somebody who scored nothing pool all that is given', () => {
    const { whole } = compare(
      input(answers(1, counts({ 2: 11, 3: 9 }), 'not-scored'), answers(3, counts({ 3: 12 }), 'not-scored')),
    );
    expect(whole).toMatchObject({ pooled: [1, 3], others: { n: 32 }, own: null, standing: null });
    expect(whole.sentence).toMatchInlineSnapshot(
      `"Over 2 of 3 objectives, of the others’ scores 66% (21 of 32) are at 3 or above. Left out: 1 (fewer than ten others answered)."`,
    );
  });

  test('compare objective by objective, not one sum with another', () => {
    const { whole } = compare(
      input(answers(1, counts({ 1: 11, 2: 10 }), '2'), answers(3, counts({ 4: 11, 5: 10 }), '4')),
    );
    expect(whole.standing).toMatchObject({ atOrAbove: { count: 29, n: 40 }, distance: 0.5 });
    expect(whole.standing?.position).toBeCloseTo((11 + 9 / 2 + 10 / 2) / 40, 12);
  });

  test('have an interval as wide as that of one objective: scores of one organisation hang together', () => {
    const { whole } = compare(
      input(answers(1, counts({ 2: 6, 3: 5 }), '3'), answers(3, counts({ 2: 6, 3: 5 }), '3')),
    );
    const single = first(answers(1, counts({ 2: 6, 3: 5 }), '3'));
    if (single.others.give !== 'counts') throw new Error('not given');
    expect(whole.others?.satisfactory).toMatchObject({ count: 8, n: 20, share: 0.4 });
    expect(whole.others?.satisfactory.low).toBeCloseTo(single.others.satisfactory.low, 12);
    expect(whole.others?.satisfactory.high).toBeCloseTo(single.others.satisfactory.high, 12);
  });
});

describe('always', () => {
  const written = ['1', '1/2', '2', '2/3', '3', '3/4', '4', '4/5', '5'];
  const someCounts = fc
    .dictionary(fc.constantFrom(...written), fc.integer({ min: 1, max: 30 }), { minKeys: 1 })
    .map(counts);
  const release = fc.oneof(
    { weight: 3, arbitrary: someCounts },
    fc.constantFrom('few-others', 'close-to-another', 'singles-out').map((because) => ({
      give: 'nothing' as const,
      because,
    })),
    fc.record({
      give: fc.constant('nearly-all' as const),
      achieved: fc.constantFrom(1, 3),
      n: fc.integer({ min: 11, max: 40 }),
    }),
  );
  const own = fc.constantFrom(...written, 'not-applicable', 'not-scored');
  const given = fc.tuple(
    ...[1, 2, 3].map((objective) =>
      fc.tuple(release, own).map(([each, mine]) => answers(objective, each, mine, { among: false })),
    ),
  );

  test('an answer has the form of its schema', () => {
    fc.assert(fc.property(given, (each) => matches(Comparison, compare(input(...each)))));
  });

  test('level shares sum to one, quartiles go up, and intervals hold their share', () => {
    fc.assert(
      fc.property(given, (each) => {
        const { objectives, sections, whole } = compare(input(...each));
        const found = [
          ...objectives.map(({ others }) => others),
          ...[...sections, whole].map(({ others }) => others),
        ];
        for (const others of found) {
          if (others === null || !('levels' in others)) continue;
          expect(others.levels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(others.levels.reduce((sum, { count }) => sum + count, 0)).toBe(others.n);
          const { lower, median, upper } = others.quartiles;
          const places = [lower, median, upper].map(({ label }) => written.indexOf(label));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(others.satisfactory.low).toBeLessThanOrEqual(others.satisfactory.share);
          expect(others.satisfactory.high).toBeGreaterThanOrEqual(others.satisfactory.share);
        }
      }),
    );
  });

  test('the order in which answers come changes nothing', () => {
    fc.assert(
      fc.property(given, (each) => {
        expect(compare(input(...each.toReversed()))).toEqual(compare(input(...each)));
      }),
    );
  });

  test('what is withheld is in no figure: whatever it was, all else stays', () => {
    fc.assert(
      fc.property(given, (each) => {
        const whole = compare(input(...each)).whole;
        const pooled = new Set(whole.pooled);
        const rest = each.map((one) => (one.release.give === 'counts' ? one : { ...one, release: nothing }));
        for (const { objective, release } of each)
          if (release.give !== 'counts') expect(pooled.has(objective)).toBe(false);
        const { others, standing } = compare(input(...rest)).whole;
        expect({ others, standing }).toEqual({ others: whole.others, standing: whole.standing });
      }),
    );
  });

  test('two organisations that change places have positions that make one', () => {
    const both = fc.tuple(fc.constantFrom(...written), fc.constantFrom(...written));
    fc.assert(
      fc.property(both, ([one, other]) => {
        const position = (mine: string, others: string) =>
          first(answers(1, counts({ [others]: 1 }), mine, { among: false })).standing?.position ?? Number.NaN;
        expect(position(one, other) + position(other, one)).toBe(1);
      }),
    );
  });
});
