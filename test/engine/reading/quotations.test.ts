import { expect, it } from 'vitest';
import { quotationsIn } from '../../../src/engine/reading/quotations.ts';

const quoted = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ["To score a '4', 'full monitoring of chains.' is asked", ['4', 'full monitoring of chains.']],
  ['“curly” and "straight" and ‘single’', ['curly', 'straight', 'single']],
  ["an apostrophe in the council's plan isn't a mark", []],
  ["the suppliers' own words", []],
  ["a mark that never closes: 'as they say", []],
  ["('inside brackets')", ['inside brackets']],
  ["'it isn't theirs', they say", ["it isn't theirs"]],
  ["' not a word after the mark'", []],
  ['', []],
])('in %j the quotations are %j', (text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

it('a quotation of more than 600 characters is none', () => {
  expect(quoted(`'${'a'.repeat(599)}' b`)).toHaveLength(1);
  expect(quoted(`'${'a'.repeat(601)}' b`)).toEqual([]);
});
