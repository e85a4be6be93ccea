import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPublished } from '../../../src/app/published/add-published.ts';
import { heldPublished } from '../../../src/app/published/held-published.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { withWorkspace } from '../fixture.ts';

const framework = 'allotment';
const head = 'about,figure,n,period,source';

function add(workspace: Workspace, rows: readonly string[]) {
  const file = join(workspace.folder, 'given.csv');
  writeFileSync(file, [head, ...rows].join('\n'));
  return addPublished(workspace, { file, framework });
}

test('published averages are kept, and added to', () =>
  withWorkspace((workspace) => {
    expect(heldPublished(workspace, framework)).toEqual([]);
    const source = '"=The ""ring"", 2031"';
    expect(add(workspace, [`soil,2.25,9,2031,${source}`])).toMatchObject({ added: 1, held: 0 });
    const { added, held, averages } = add(workspace, [
      `soil,2.25,9,2031,${source}`,
      'whole,2,,2030,The ring',
    ]);
    expect([added, held]).toEqual([1, 1]);
    expect(averages.map(({ period }) => period)).toEqual(['2030', '2031']);
    expect(heldPublished(workspace, framework)).toEqual(averages);
    expect(averages[1]?.source).toBe('=The "ring", 2031');
    expect(readdirSync(join(workspace.folder, 'published'))).toEqual(['allotment.csv']);
  }));

test.each([
  ['a row that cannot be read', ['crops,2,9,2031,The ring', 'crops,9,9,2031,Another']],
  ['another figure than before', ['soil,2,9,2031,The ring']],
  ['two figures for the same', ['crops,2,9,2031,The ring', 'crops,2,8,2031,The ring']],
])('a file with %s adds nothing', (_, rows) =>
  withWorkspace((workspace) => {
    add(workspace, ['soil,2.25,9,2031,The ring']);
    const file = join(workspace.folder, 'published/allotment.csv');
    const before = readFileSync(file, 'utf8');
    expect(() => add(workspace, rows)).toThrow(
      expect.objectContaining({ name: 'Problem', code: 'DOCUMENT_REFUSED' }),
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  }),
);

test('a file that was changed by hand is named with its place', () =>
  withWorkspace((workspace) => {
    add(workspace, ['soil,2.25,9,2031,The ring']);
    writeFileSync(join(workspace.folder, 'published/allotment.csv'), `${head}\nsoil,high,9,2031,The ring\n`);
    const held = () => heldPublished(workspace, framework);
    expect(held).toThrow(Problem);
    expect(held).toThrow(/allotment\.csv:2, column figure.*high/);
  }));
