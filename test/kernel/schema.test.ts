import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { mismatches } from '../../src/kernel/schema.ts';

test('a value that is none of some words is told all of them, and what it was', () => {
  const schema = Type.Object({
    answer: Type.Union([Type.Literal('met'), Type.Literal('not-met')]),
    schema: Type.Literal(1),
  });
  const [first, ...others] = mismatches(schema, { answer: 'maybe', schema: 2 });
  expect(first).toEqual({ path: '/answer', seen: '"maybe"', message: 'must be "met" or "not-met"' });
  expect(others.at(-1)).toEqual({ path: '/schema', seen: '2', message: 'must be 1' });
  expect(mismatches(schema, { answer: 'met', schema: 1 })).toEqual([]);
});
