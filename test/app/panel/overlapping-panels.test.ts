import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPanelFiles } from '../../../src/app/panel/add-panel-files.ts';
import { overlappingPanels } from '../../../src/app/panel/overlapping-panels.ts';
import { addOrganisations } from '../../../src/app/register/add-organisations.ts';
import type { Workspace } from '../../../src/app/workspace/workspace.ts';
import { csv, row } from '../../benchmark/panel/panel-fixture.ts';
import { lists } from '../../benchmark/register/fixture.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

async function panel(
  workspace: Workspace,
  id: string,
  organisations: readonly string[],
  { period = '2023', access }: { readonly period?: string; readonly access?: 'public' } = {},
): Promise<void> {
  const file = join(workspace.folder, `${id}.csv`);
  writeFileSync(file, csv(...organisations.map((organisation) => row({ organisation, period, score: '3' }))));
  expect(await addPanelFiles(workspace, { id, files: [file], access })).toMatchObject({ state: 'added' });
}

test('two confidential panels of the same organisations and period are named, with how many, and no others', () =>
  withWorkspace(async (workspace) => {
    await panel(workspace, 'north', ['Ash', 'Brin', 'Cad']);
    await panel(workspace, 'apart', ['Dun', 'Ean']);
    await panel(workspace, 'later', ['Ash', 'Brin'], { period: '2024' });
    await panel(workspace, 'open', ['Ash', 'Brin'], { access: 'public' });
    expect(await overlappingPanels(workspace)).toEqual([]);
    await panel(workspace, 'wide', ['ASH', 'brin ', 'Dun', 'Fen']);
    const found = await overlappingPanels(workspace);
    expect(found.map((sentence) => sentence.split('. ')[0])).toEqual([
      'apart and wide are both confidential and have scores of the same organisations: 1 in 2023',
      'north and wide are both confidential and have scores of the same organisations: 2 in 2023',
    ]);
    expect(found[0]).toContain('panel remove');
    expect(await overlappingPanels(workspace, 'north')).toEqual([found[1]]);

    await panel(workspace, 'damaged', ['Ash']);
    writeFileSync(join(workspace.folder, 'panels/damaged/scores.parquet'), 'not what it was');
    expect(await overlappingPanels(workspace)).toEqual(found);
  }, example));

test('names, codes and former codes that the register has of one organisation are the same one', () =>
  withWorkspace(async (workspace) => {
    await panel(workspace, 'codes', ['ASH', 'X91', 'BRI', 'Nowhere']);
    await panel(workspace, 'names', ['Ashmere City Council', 'Brin Council', 'Elsewhere']);
    expect(await overlappingPanels(workspace)).toEqual([]);
    await addOrganisations(workspace, lists.organisations);
    const [found] = await overlappingPanels(workspace);
    expect(found).toContain(
      'codes and names are both confidential and have scores of the same organisations: 2 in 2023',
    );
  }, example));
