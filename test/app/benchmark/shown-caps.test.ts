import { expect, test } from 'vitest';
import { shownCaps } from '../../../src/app/benchmark/shown-caps.ts';
import type { CauseAcross, LiftAcross } from '../../../src/model/panel-caps.ts';

const lift = (factor: string | null): LiftAcross => ({
  factor,
  name: factor ?? 'all',
  rises: 12,
  fewer: 0,
  withheld: 0,
  objectives: [],
  sentence: factor ?? 'All together.',
});
const cause = (name: string): CauseAcross => ({
  cause: name,
  name,
  control: 'external',
  under: 12,
  beyond: null,
  fewer: 0,
  withheld: 0,
  objectives: [],
  sentence: name,
});
const named = (many: number) => Array.from({ length: many }, (_, index) => `c${index + 1}`);

test('all circumstances together are never cut, and what is not shown is counted', () => {
  const { causes, lifts } = shownCaps({
    causes: named(9).map(cause),
    lifts: [...named(11), null].map(lift),
  });
  expect(lifts).toEqual([...named(8), '3 more circumstances: the data has all of them.', 'All together.']);
  expect(causes).toEqual([...named(8), '1 more reason: the data has all of them.']);
});

test('nothing is said of more where all are shown', () => {
  expect(shownCaps({ causes: named(8).map(cause), lifts: [...named(8), null].map(lift) })).toEqual({
    causes: named(8),
    lifts: [...named(8), 'All together.'],
  });
});
