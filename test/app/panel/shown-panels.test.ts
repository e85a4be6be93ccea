import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPanelFiles } from '../../../src/app/panel/add-panel-files.ts';
import { heldPanels } from '../../../src/app/panel/held-panels.ts';
import { shownPanels } from '../../../src/app/panel/shown-panels.ts';
import { csv, row } from '../../benchmark/panel/panel-fixture.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

test('the files of a confidential panel are named to its holder only, those of a public one to all', async () => {
  await withWorkspace(async (workspace) => {
    const file = join(workspace.folder, 'return-of-a1.csv');
    writeFileSync(file, csv(row()));
    await addPanelFiles(workspace, { id: 'closed', files: [file] });
    await addPanelFiles(workspace, { id: 'open', files: [file], access: 'public' });
    const [closed, open] = heldPanels(workspace).panels;
    expect(closed?.parts).toMatchObject([{ file: 'return-of-a1.csv' }]);
    expect(shownPanels(workspace).panels).toEqual([{ ...closed, parts: [] }, open]);
  }, example);
});
