import { expect, it } from 'vitest';
import { adviseOn } from './plots.ts';

it.each([
  ['An agreed standard of 2.', true],
  ['An agreed standard of 2. It needs the neighbours.', true],
  ['An agreed standard of 2. Ten people came.', false],
  ['Ten people came.', false],
])('%j rests on the standard alone: %j', async (comment, alone) => {
  const { score } = await adviseOn(3, '2', comment);
  expect(score.agreedStandard).toBe(alone);
});
