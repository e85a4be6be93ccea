import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addNeighbours } from '../../../src/app/register/add-neighbours.ts';
import { addOrganisations } from '../../../src/app/register/add-organisations.ts';
import { nearestSql } from '../../../src/benchmark/counts/nearest-sql.ts';
import { groupNames } from '../../../src/benchmark/disclosure/group-names.ts';
import { openPanel } from '../../../src/benchmark/panel/open-panel.ts';
import { viewerOf } from '../../../src/benchmark/register/groups/viewer.ts';
import { registerFolder } from '../../../src/benchmark/register/register-files.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';
import { textLiteral } from '../../../src/duckdb/text-literal.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { allotment } from '../../pack/allotment.ts';
import { csv, panelFixture, row } from '../panel/panel-fixture.ts';
import { lists } from './fixture.ts';

const { folder, house, add, remove } = panelFixture();
const register = registerFolder(folder);

beforeAll(async () => {
  const pack = () => loadPack(allotment);
  const workspace = { folder, pack, effects: { now: house.now, log: () => undefined } };
  await addOrganisations(workspace, lists.organisations);
  await addNeighbours(workspace, lists.neighbours);
});
afterAll(remove);

test('a panel that is opened with the register has one name for a recoded organisation, and its groups', async () => {
  const scores = csv(
    row({ organisation: 'Old Brin', period: '2020', score: '2', factors: 'joint-boards=yes' }),
    row({ organisation: 'Brin Council', period: '2023' }),
    row({ organisation: 'Ashmere City Council', period: '2023' }),
    row({ organisation: 'Fenby', period: '2023' }),
  );
  await add('north', scores);
  const { database, close } = await openPanel(join(house.panels, 'north'), { register });
  try {
    const column = async (query: string) =>
      (await database.rows(query)).map((each) => Object.values(each).join(' '));
    expect(await column('SELECT organisation, period, achieved FROM scores ORDER BY ALL')).toEqual([
      'Ashmere City Council 2023 3',
      'Brin Council 2020 2',
      'Brin Council 2023 3',
      'Fenby 2023 3',
    ]);
    expect(await column('SELECT organisation, factor FROM factors')).toEqual(['Brin Council joint-boards']);
    expect(await column('SELECT organisation, name, region FROM organisations ORDER BY ALL')).toEqual([
      'Ashmere City Council Ashmere City Council North',
      'Brin Council Brin Council North',
      'Fenby Fenby ',
    ]);
    const viewer = await viewerOf(database, { id: 'ashmere', name: 'Ashmere' });
    const nearest = nearestSql(viewer.organisation ?? '');
    expect(await column(`SELECT organisation FROM (${nearest}) WHERE period = '2023' ORDER BY ALL`)).toEqual([
      'Ashmere City Council',
      'Brin Council',
    ]);
  } finally {
    close();
  }
});

test('an invented panel has organisations and neighbours of its own, and asks no register', async () => {
  const organisations = await parquet(
    'organisations',
    "('P1', 'Place one', 'Town', 'East', 'Nowhere', NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR), ('P2', 'Place two', 'Town', 'West', 'Nowhere', NULL, NULL, NULL)",
    'organisation, name, type, region, nation, started, ended, successor',
  );
  const neighbours = await parquet('neighbours', "('P1', 'P2', 1)", 'organisation, neighbour, place');
  const scores = csv(row({ organisation: 'P1' }), row({ organisation: 'P2' }));
  await add('invented', scores, { invented: { organisations, neighbours } });
  const { database, close } = await openPanel(join(house.panels, 'invented'), { register });
  try {
    const viewer = await viewerOf(database, { id: 'p1', name: 'Place one' });
    expect(viewer).toEqual({
      ...{ organisation: 'P1', registered: null, type: 'Town', region: 'East', nation: 'Nowhere' },
      neighbours: ['P2'],
    });
    const groups = groupNames({ ...viewer, organisation: 'P1' }, true);
    expect(groups.map(({ name }) => name)).toEqual([
      'all organisations',
      'Town',
      'East',
      'Town, East',
      'the 15 nearest that answered',
    ]);
  } finally {
    close();
  }
});

async function parquet(name: string, rows: string, columns: string): Promise<string> {
  const database = await openDatabase({ folder, threads: 1 });
  try {
    const path = join(folder, `${name}.parquet`);
    await database.run(
      `COPY (SELECT * FROM (VALUES ${rows}) AS given (${columns})) TO ${textLiteral(path)} (FORMAT parquet)`,
    );
    return path;
  } finally {
    database.close();
  }
}
