import { describe, expect, test } from 'vitest';
import { nearestSql } from '../../../src/benchmark/counts/nearest-sql.ts';
import { groupNames } from '../../../src/benchmark/disclosure/group-names.ts';
import { viewerOf } from '../../../src/benchmark/register/groups/viewer.ts';
import { joinRegister } from '../../../src/benchmark/register/join-register.ts';
import { panelJoins } from '../../../src/benchmark/register/panel-joins.ts';
import type { Database } from '../../../src/duckdb/database.ts';
import { withRegister } from './fixture.ts';

/** Who of the panel answered in a period and is near to an organisation, itself with them. */
async function nearestOf(
  database: Database,
  organisation: string | null,
  period: string,
): Promise<readonly unknown[]> {
  const rows = await database.rows(
    `SELECT organisation FROM (${nearestSql(organisation ?? '')}) WHERE period = '${period}' ORDER BY organisation`,
  );
  return rows.map((row) => row['organisation']);
}

describe('the organisations of a panel', () => {
  test('are joined by code, code of the area, former code and name, in any case; the others are listed', () =>
    withRegister(
      [
        ['ash', '2023'],
        ['X06', '2023'],
        ['brin  council', '2023'],
        ['HALLOW', '2023'],
        ['Fenby', '2023'],
        ['Dunmoor District', '2023'],
        ['Qqq', '2023'],
      ],
      async (database) => {
        await joinRegister(database);
        const joins = await panelJoins(database);
        expect(
          joins.map(
            ({ organisation, found, registered, kind, candidates }) =>
              `${organisation}: ${found} ${registered ?? '-'} ${kind ?? '-'} [${candidates.join('; ')}]`,
          ),
        ).toMatchInlineSnapshot(`
          [
            "Dunmoor District: unknown - - [DUN Dunmoor Council]",
            "Fenby: ambiguous - - [FEN Fenby Council; GRE Greater Fenby Council]",
            "HALLOW: joined HAL short-name []",
            "Qqq: unknown - - []",
            "X06: joined CAD area-code []",
            "ash: joined ASH code []",
            "brin  council: joined BRI name []",
          ]
        `);
      },
    ));

  test('are one where a code was changed: the code of an area, or a successor of the same area', () =>
    withRegister(
      [
        ['X91', '2022'],
        ['X01', '2023'],
        ['OBR', '2020'],
        ['Brin', '2022'],
        ['COL', '2019'],
        ['CAD', '2021'],
      ],
      async (database) => {
        await joinRegister(database);
        const joins = await panelJoins(database);
        expect(joins.map(({ organisation, standsAs }) => `${organisation} as ${standsAs}`)).toEqual([
          'Brin as Brin',
          'CAD as CAD',
          'COL as COL',
          'OBR as Brin',
          'X01 as X01',
          'X91 as X01',
        ]);
        const rows = await database.rows('SELECT organisation FROM organisations');
        expect(rows.map(({ organisation }) => organisation)).toEqual(['Brin', 'CAD', 'COL', 'X01']);
      },
    ));

  test('are not taken together where two names stand for one of them in the same period', () =>
    withRegister(
      [
        ['ASH', '2022'],
        ['ASH', '2023'],
        ['Ashmere', '2023'],
      ],
      async (database) => {
        await joinRegister(database);
        const [first, second] = await panelJoins(database);
        expect(first).toMatchObject({ organisation: 'ASH', found: 'joined', standsAs: 'ASH' });
        expect(second).toMatchObject({
          ...{ organisation: 'Ashmere', found: 'doubled', registered: null, standsAs: 'Ashmere' },
          candidates: ['ASH'],
        });
      },
    ));
});

const panel = ['ASH', 'BRI', 'CAD', 'EAN', 'EAW', 'HAL', 'Stranger'].map((each) => [each, '2023'] as const);

describe('the groups', () => {
  test('of a viewer hold its neighbours that answered in the period, and itself if it did', () =>
    withRegister([...panel, ['HAL', '2022'], ['BRI', '2022']], async (database) => {
      await joinRegister(database);
      const viewer = await viewerOf(database, { id: 'ashmere', name: 'The plots of Ashmere' });
      expect(viewer).toMatchObject({ organisation: 'ASH', registered: 'ASH', type: 'City', region: 'North' });
      expect(viewer.neighbours).toEqual(['BRI', 'CAD', 'EAN', 'HAL']);
      const nearest = async (period: string) => nearestOf(database, viewer.organisation, period);
      expect(await nearest('2023')).toEqual(['ASH', 'BRI', 'CAD', 'EAN', 'HAL']);
      expect(await nearest('2022')).toEqual(['BRI', 'HAL']);
      const groups = groupNames({ ...viewer, organisation: 'ASH' }, true);
      expect(groups.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
        'all: all organisations',
        'type: City',
        'region: North',
        'type-and-region: City, North',
        'nearest: the 15 nearest that answered',
      ]);
    }));

  test('are there for a viewer that the panel does not have', () =>
    withRegister(panel.slice(1), async (database) => {
      await joinRegister(database);
      const viewer = await viewerOf(database, { id: 'ashmere', name: 'Ashmere' });
      expect(viewer).toMatchObject({ organisation: null, registered: 'ASH', type: 'City' });
      expect(await nearestOf(database, viewer.registered, '2023')).toEqual(['BRI', 'CAD', 'EAN', 'HAL']);
    }));

  test('of one that nothing is known of are all, and so where id and name disagree', () =>
    withRegister(panel, async (database) => {
      await joinRegister(database);
      const stranger = await viewerOf(database, { id: 'stranger', name: 'A stranger' });
      expect(stranger).toMatchObject({ organisation: 'Stranger', registered: null });
      const known = { organisation: 'Stranger', type: stranger.type, region: stranger.region };
      expect(groupNames(known, false).map(({ kind }) => kind)).toEqual(['all']);
      const torn = await viewerOf(database, { id: 'ashmere', name: 'Brin Council' });
      expect(torn).toMatchObject({ organisation: null, registered: null, type: null });
    }));

  test('hold at most 15 neighbours, the nearest first', () =>
    withRegister(
      Array.from({ length: 30 }, (_, at) => [`N${at}`, '2023'] as const),
      async (database) => {
        const neighbours = Array.from({ length: 20 }, (_, at) => `N${29 - at}`);
        const places = neighbours.map((each, at) => `('O''Hara', '${each}', ${at + 1})`).join();
        await database.run(
          `CREATE TABLE neighbours AS SELECT * FROM (VALUES ${places}) AS near (organisation, neighbour, place)`,
        );
        const found = await nearestOf(database, "O'Hara", '2023');
        expect(new Set(found)).toEqual(new Set(neighbours.slice(0, 15)));
      },
    ));
});
