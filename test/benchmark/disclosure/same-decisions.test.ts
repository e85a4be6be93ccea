import { describe, expect, test } from 'vitest';
import { decidedOf } from './decided-panels.ts';
import { type DrawnShape, drawnPanel } from './drawn-panel.ts';

const wide: DrawnShape['sizes'] = [
  [14, 12, 3, 11, 9],
  [11, 13, 12, 2, 15],
  [4, 16, 11, 12, 6],
];
const tight: DrawnShape['sizes'] = [
  [9, 6, 3],
  [6, 9, 3],
  [1, 2, 12],
];
const usual = { missing: 2, carried: 5, agreed: 5, rising: 15, causes: true };

describe('what is decided', () => {
  test.each([
    [{ ...usual, seed: 1, sizes: wide, periods: 3, unlike: 60 }, '6938ca742cede15c'],
    [{ ...usual, seed: 2, sizes: wide, periods: 5, unlike: 25 }, 'af2084224fc8f996'],
    [{ ...usual, seed: 3, sizes: wide, periods: 2, unlike: 5, missing: 15 }, '5eed34bcac3ebf3a'],
    [{ ...usual, seed: 4, sizes: tight, periods: 4, unlike: 60, carried: 25 }, '14c374c3e77313b7'],
    [{ ...usual, seed: 5, sizes: tight, periods: 3, unlike: 25, causes: false }, '8df45a7ade69051b'],
    [{ ...usual, seed: 6, sizes: tight, periods: 3, unlike: 40, rising: 40, missing: 8 }, 'da4aa494b3fcf542'],
    [{ ...usual, seed: 7, sizes: tight, periods: 1, unlike: 5, missing: 0 }, '947b8a51614aade4'],
    [{ ...usual, seed: 8, sizes: wide, periods: 8, unlike: 50, missing: 1, agreed: 0 }, '6cbcf18d4684089b'],
  ] as const)('is the same as before (%#)', (shape, sum) => {
    expect(decidedOf(drawnPanel(shape))).toBe(sum);
  });
});
