import { expect, it } from 'vitest';
import { aimedAt } from '../../../src/engine/reading/aim.ts';
import { pack } from '../medway.ts';

const reporting = ['Agreed reporting measures and compliance checks implemented by appropriate contractors.'];

it('an action is aimed at a text with which it shares two words', () => {
  expect(aimedAt(pack, 28, reporting)('explore reporting measures for some contracts')).toBe(true);
  expect(aimedAt(pack, 28, reporting)('explore reporting for the portfolio')).toBe(false);
});

it('words are the same if their first five letters are', () => {
  expect(aimedAt(pack, 28, reporting)('report on a measure with a contractor')).toBe(true);
});

it('common words and the names of objective and section do not count', () => {
  expect(aimedAt(pack, 28, ['the council and its services'])('the council and its services')).toBe(false);
  expect(aimedAt(pack, 28, ['Modern slavery and strategic risk'])('modern slavery, strategic risk')).toBe(
    false,
  );
});

it('each text counts for itself, and without texts nothing is aimed', () => {
  expect(aimedAt(pack, 28, ['reporting is public', 'measures are taken'])('reporting measures')).toBe(false);
  expect(aimedAt(pack, 28, [])('reporting measures')).toBe(false);
});
