import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trends } from '../../src/analytics/trends.ts';
import { canonicalJson } from '../../src/kernel/canonical.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { type LevelSummary, type MoveTally, Trends } from '../../src/model/trends.ts';
import { small, trendPeriod } from './small-framework.ts';

const written = fc.constantFrom('1', '2', '2/3', '3', '3/4', '4', '3*', '2/3*', 'NA', '');
const periods = fc
  .array(fc.array(written, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((rows, index) => trendPeriod(String(2020 + index), ...rows)));
const input = periods.map((given) => ({ framework: small, organisation: 'anytown', periods: given }));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('counts sum to n, shares to one, and everything has its form', async () => {
  const check = ({ n, notApplicable, notScored, levels, satisfactory, mean }: LevelSummary) => {
    expect(sum(levels.map(({ count }) => count))).toBe(n);
    expect(satisfactory.count).toBe(
      sum(levels.filter(({ achieved }) => achieved >= small.satisfactory).map(({ count }) => count)),
    );
    expect(notApplicable + notScored).toBeGreaterThanOrEqual(0);
    if (n === 0)
      expect([mean, ...levels.map(({ share }) => share)].every((each) => each === null)).toBe(true);
    else expect(sum(levels.map(({ share }) => share ?? Number.NaN))).toBeCloseTo(1, 12);
  };
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      const found = await trends(given);
      expect(mismatches(Trends, found)).toEqual([]);
      for (const { whole, sections } of found.periods) {
        [whole, ...sections].forEach(check);
        expect(sum(sections.map(({ n }) => n))).toBe(whole.n);
        expect(whole.n + whole.notApplicable + whole.notScored).toBe(small.objectives.length);
      }
    }),
  );
});

test('moves sum to the comparable objectives, and so do higher, lower and same', async () => {
  const check = ({ n, higher, lower, same }: MoveTally) => {
    expect(higher.count + lower.count + same).toBe(n);
    for (const each of [higher, lower]) {
      expect(each.fromAgreedStandard + each.fromComment).toBe(each.count);
      expect(each.halfSteps).toBeLessThanOrEqual(each.fromComment);
    }
  };
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      for (const { whole, sections, moves, changes } of (await trends(given)).transitions) {
        [whole, ...sections].forEach(check);
        expect(sum(moves.map(({ count }) => count))).toBe(whole.n);
        for (const kind of ['higher', 'lower', 'same'] as const) {
          const taken = sum(moves.filter((move) => move.kind === kind).map(({ count }) => count));
          expect(taken).toBe(kind === 'same' ? whole.same : whole[kind].count);
        }
        expect(changes).toHaveLength(whole.n + whole.notComparable);
        expect(sum(sections.map(({ n }) => n))).toBe(whole.n);
      }
    }),
  );
});

test('the order of periods and rows changes not one byte', async () => {
  await fc.assert(
    fc.asyncProperty(input, fc.infiniteStream(fc.nat()), async (given, random) => {
      const shuffled = <Item>(items: readonly Item[]) =>
        items
          .map((item) => ({ item, rank: random.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ item }) => item);
      const other = {
        ...given,
        periods: shuffled(given.periods.map((each) => ({ ...each, rows: shuffled(each.rows) }))),
      };
      expect(canonicalJson(await trends(other))).toBe(canonicalJson(await trends(given)));
    }),
  );
});
