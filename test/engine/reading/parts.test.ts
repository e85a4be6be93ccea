import { expect, it } from 'vitest';
import { cellParts } from '../../../src/engine/reading/parts.ts';
import { pack } from '../medway.ts';

const partsOf = cellParts(pack);
const parts = (text: string) =>
  partsOf(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

it('what stands before any label is commentary', () => {
  expect(parts('Policy is in place.')).toEqual(['commentary: Policy is in place.']);
});

it('labels begin a part: with a colon, with a free dash, in any case, in the plural', () => {
  expect(parts('Commentary: done. Action: more. Action(s) - again. ACTIONS: last.')).toEqual([
    'commentary: done.',
    'action: more.',
    'action: again.',
    'action: last.',
  ]);
  expect(parts('Comment(s): one. Next steps: two')).toEqual(['commentary: one.', 'action: two']);
});

it('a word of a sentence is no label', () => {
  expect(parts('This action is done. Further commentary follows; an action-plan: no.')).toHaveLength(1);
  expect(parts('Reaction: none.')).toEqual(['commentary: Reaction: none.']);
});

it('a label without text begins no part, and empty text has none', () => {
  expect(parts('Action:')).toEqual([]);
  expect(parts('Action: Commentary: said.')).toEqual(['commentary: said.']);
  expect(parts('')).toEqual([]);
});
