import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { joinCell, splitCell } from '../../../src/app/year/cell-form.ts';
import { canonicalText } from '../../../src/model/cell-text.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { rules } from '../fixture.ts';

const pack = loadPack(join(rules, 'allotment'));
const example = loadPack(join(projectFolder, 'rules/lga-nps-2018'));

test('a comment and an action become one cell, and two fields again', () => {
  const cell = joinCell(example, { comment: 'All so.\r\n\r\nAnd  more.', action: 'Go on.\nThen stop.' });
  expect(cell).toBe('All so.\nAnd more.\nAction: Go on.\nThen stop.');
  expect(splitCell(example, cell)).toEqual({ comment: 'All so.\nAnd more.', action: 'Go on.\nThen stop.' });
  expect(splitCell(example, 'Said. Action: inside the line.')).toEqual({
    comment: 'Said. Action: inside the line.',
    action: '',
  });
});

test('whatever a cell says, its two fields are the same cell again', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('\n', 'Action: ', 'Action:', '\nAction: ', ' ', '\u00a0'),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = canonicalText(parts.join(''));
      expect(joinCell(pack, splitCell(pack, text))).toBe(text);
      expect(joinCell(example, splitCell(example, text))).toBe(text);
    }),
    { numRuns: 500, seed: 4 },
  );
});
