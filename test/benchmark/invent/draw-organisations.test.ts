import { expect, test } from 'vitest';
import {
  drawOrganisations,
  type InventedOrganisation,
} from '../../../src/benchmark/invent/draw-organisations.ts';
import { nearest, neighboursEach } from '../../../src/benchmark/invent/nearest.ts';
import { names } from './fixture.ts';

const draw = (count: number, seed: number) => drawOrganisations(names, { count, seed, example: 'example-a' });

test('no invented organisation has a code or a name that a real one can have', () => {
  const [example, ...others] = draw(2000, 7);
  expect(example?.id).toBe('example-a');
  for (const { id } of others) expect(id).toMatch(/^X99\d{6}$/);
  for (const { name } of [example, ...others].filter((each) => each !== undefined))
    expect(name).toMatch(/ ?\p{Lu}\p{Ll}+( \d+)? \(invented\)$/u);
});

test('codes and names are each used once, also when all syllables are used up', () => {
  const few = { ...names, beginnings: ['Al', 'Bo'], middles: ['ra'], endings: ['by', 'mere'], before: [''] };
  const drawn = drawOrganisations(few, { count: 50, seed: 1, example: 'example-a' });
  for (const key of ['id', 'name'] as const) expect(new Set(drawn.map((each) => each[key])).size).toBe(50);
  expect(drawn.filter(({ name }) => /\d/.test(name))).toHaveLength(46);
});

test('types come in about their shares, and every organisation has a region of the content', () => {
  const drawn = draw(2000, 3);
  const shares = names.types.reduce((sum, { share }) => sum + share, 0);
  for (const { name, share } of names.types) {
    const seen = drawn.filter(({ type }) => type === name).length / drawn.length;
    expect(Math.abs(seen - share / shares)).toBeLessThan(0.04);
  }
  for (const { region } of drawn) expect(names.regions).toContain(region);
});

test('the same seed invents the same, another seed something else', () => {
  expect(draw(20, 7)).toEqual(draw(20, 7));
  expect(draw(20, 8)).not.toEqual(draw(20, 7));
});

test('neighbours are those that a look at every pair finds', () => {
  for (const count of [1, 2, 15, 21, 400]) {
    const drawn = draw(count, 5);
    const far = (a: InventedOrganisation, b: InventedOrganisation) =>
      (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.type === b.type ? 0 : 1500 ** 2);
    const expected = drawn.map((own) =>
      [...drawn.keys()]
        .filter((index) => drawn[index] !== own)
        .sort((a, b) => distance(own, a) - distance(own, b) || a - b)
        .slice(0, neighboursEach),
    );
    function distance(own: InventedOrganisation, index: number): number {
      const other = drawn[index];
      return other === undefined ? Number.POSITIVE_INFINITY : far(own, other);
    }
    expect(nearest(drawn)).toEqual(expected);
  }
});
