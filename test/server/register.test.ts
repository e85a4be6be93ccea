import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addPanelFiles } from '../../src/app/panel/add-panel-files.ts';
import { addNeighbours } from '../../src/app/register/add-neighbours.ts';
import { addOrganisations } from '../../src/app/register/add-organisations.ts';
import { PanelJoinsReport } from '../../src/app/register/panel-joins-report.ts';
import { RegisterList } from '../../src/app/register/register-list.ts';
import { RegisteredReport } from '../../src/app/register/registered-report.ts';
import type { Workspace } from '../../src/app/workspace/workspace.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { csv, row } from '../benchmark/panel/panel-fixture.ts';
import { lists } from '../benchmark/register/fixture.ts';
import { withServer, wordsOf } from './served.ts';

async function panel(workspace: Workspace, id: string, organisations: readonly string[]): Promise<void> {
  const file = join(workspace.folder, `${id}.csv`);
  writeFileSync(file, csv(...organisations.map((organisation) => row({ organisation, score: '3' }))));
  expect(await addPanelFiles(workspace, { id, files: [file] })).toMatchObject({ state: 'added' });
}

test('without a list the register says where lists are published and how to bring one', () =>
  withServer(async ({ get, workspace }) => {
    const page = wordsOf((await get('/register')).body);
    expect(page).toContain('There is no list of organisations here yet');
    expect(page).toContain('headroom organisations add FILE');
    expect(page).toContain('headroom neighbours add FILE');
    expect((await get('/register?type=City')).statusCode).toBe(400);
    expect((await get('/register/organisations/ASH')).statusCode).toBe(404);
    await panel(workspace, 'north', ['Qqq']);
    expect(wordsOf((await get('/register/panels/north')).body)).toContain('No list of organisations is held');
  }));

test('the register shows its organisations by type and region, each of them, and who of a panel was not found', () =>
  withServer(async ({ get, workspace }) => {
    await addOrganisations(workspace, lists.organisations);
    await addNeighbours(workspace, lists.neighbours);
    await panel(workspace, 'north', ['X91', 'Fenby', 'Qqq']);
    const all = wordsOf((await get('/register')).body);
    expect(all).toContain('Ashmere City CouncilASHCityNorth');
    expect(all).not.toContain('Old Brin');
    expect(all).toContain('organisations.csv: 12 rows, added');
    expect(wordsOf((await get('/register?find=OLD+brin&ended=yes')).body)).toContain(
      'Old Brin District Council ended 2021-03-31',
    );
    expect(wordsOf((await get('/register?find=x91')).body)).toContain('1 organisation');
    expect(wordsOf((await get('/register?find=%25')).body)).toContain('No organisation is all of these');
    expect(await get('/register?region=North&type=City&find=')).toMatchObject({
      statusCode: 302,
      headers: { location: '/register?type=City&region=North' },
    });
    for (const wrong of ['page=2', 'page=none', 'ended=no', 'type=Nothing', 'region=Nowhere'])
      expect((await get(`/register?${wrong}`)).statusCode, wrong).toBe(400);

    expect(await get('/register/organisations/ashmere')).toMatchObject({
      statusCode: 302,
      headers: { location: '/register/organisations/ASH' },
    });
    const one = wordsOf((await get('/register/organisations/ASH')).body);
    for (const said of [
      'Former code of its areaX90; X91',
      'Other or former nameashmere city; Ashmere on Sea',
      'Brin Council (BRI)',
    ])
      expect(one).toContain(said);
    const merged = wordsOf((await get('/register/organisations/CAD')).body);
    expect(merged).toContain('Made from Other organisations. Their scores stand beside its own');
    expect(merged).toContain('Coldwell Council (COL)');

    const joins = wordsOf((await get('/register/panels/north')).body);
    expect(joins).toContain('1 of 3 organisations joined to the register');
    expect(joins).toContain('FenbyIt stands for severalFEN Fenby Council; GRE Greater Fenby Council');
    expect((await get('/register/panels/south')).statusCode).toBe(404);
    expect((await get('/panels')).body).toContain('href="/register/panels/north"');

    const data = async (path: string) => (await get(`/api/v1/register${path}`)).json();
    const listed = await data('?type=City&ended=yes');
    expect(mismatches(RegisterList, listed)).toEqual([]);
    expect(listed).toMatchObject({ held: 12, pages: 1 });
    expect(mismatches(RegisteredReport, await data('/organisations/x91'))).toEqual([]);
    expect(mismatches(PanelJoinsReport, await data('/panels/north'))).toEqual([]);
  }));
