import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addNeighbours } from '../../../src/app/register/add-neighbours.ts';
import { addOrganisations } from '../../../src/app/register/add-organisations.ts';
import { organisationsForms } from '../../../src/app/register/published-forms.ts';
import type { RegisterReport } from '../../../src/app/register/register-report.ts';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { viewerOf } from '../../../src/benchmark/register/groups/viewer.ts';
import { viewerGroups } from '../../../src/benchmark/register/groups/viewer-groups.ts';
import { joinRegister } from '../../../src/benchmark/register/join-register.ts';
import { lineage } from '../../../src/benchmark/register/lineage.ts';
import { panelJoins } from '../../../src/benchmark/register/panel-joins.ts';
import { readOrganisations } from '../../../src/benchmark/register/read-organisations.ts';
import { readRegisterTable } from '../../../src/benchmark/register/register-table.ts';
import { successions } from '../../../src/benchmark/register/successions.ts';
import { inPlace, withRegister } from './fixture.ts';

const data = join(projectFolder, '..', 'shared', 'data');
const real = {
  organisations: join(data, 'uk_local_authorities_current.csv'),
  neighbours: join(data, 'ons_global_neighbours.csv'),
};
const missing = Object.values(real).filter((file) => !existsSync(file));
if (missing.length > 0)
  console.log(`The published lists are not beside the project: their tests are skipped.`);

describe.skipIf(missing.length > 0)('the published lists', () => {
  let report: RegisterReport;
  beforeAll(() =>
    inPlace(async (place) => {
      await addOrganisations(place, real.organisations);
      report = await addNeighbours(place, real.neighbours);
    }),
  );

  test('load without a finding, and say which areas it lacks', () => {
    expect(report.findings).toEqual([]);
    expect(report.register).toEqual({
      ...{ organisations: 470, ended: 73, continued: 0, areas: 397 },
      ambiguous: ['buckinghamshire', 'city of', 'north yorkshire', 'somerset'],
      areasUnknown: ['E47000014', 'E47000015', 'E47000018'],
      neighboursUnknown: ['E47000014', 'E47000015', 'E47000018'],
    });
  });

  test('join all 397 areas but three, of bodies that the list lacks, to one of its own', async () => {
    const { rows } = readRegisterTable(real.neighbours);
    const areas = rows.map(({ cells }) => [cells[0] ?? '', '2024'] as const);
    await withRegister(
      areas,
      async (database) => {
        await joinRegister(database);
        const joins = await panelJoins(database);
        const joined = joins.filter(({ found }) => found === 'joined');
        expect([joins.length, joined.length]).toEqual([397, 394]);
        expect(new Set(joined.map(({ registered }) => registered)).size).toBe(394);
        expect(joined.every(({ kind }) => kind === 'area-code')).toBe(true);
      },
      real,
    );
  });

  test('give Medway its 15 nearest, and fewer that answered in a period', async () => {
    const { rows } = readRegisterTable(real.neighbours);
    const places = rows.find(({ cells }) => cells[0] === 'E06000035')?.cells.slice(1) ?? [];
    const scores = rows.map(({ cells }) => [cells[0] ?? '', '2024'] as const);
    const some = ['E06000035', ...places.slice(10, 14)].map((area) => [area, '2023'] as const);
    await withRegister(
      [...scores, ...some],
      async (database) => {
        await joinRegister(database);
        const viewer = await viewerOf(database, { id: 'medway', name: 'Medway Council' });
        expect(viewer).toMatchObject({
          ...{ organisation: 'E06000035', registered: 'MDW' },
          ...{ type: 'Unitary authority', region: 'South East', nation: 'England' },
        });
        const nearest = async (period: string) => {
          const sql = viewerGroups(viewer, period).at(-1)?.members ?? '';
          return (await database.rows(sql)).map(({ organisation }) => organisation).sort();
        };
        expect(await nearest('2024')).toEqual(['E06000035', ...places.slice(0, 15)].sort());
        expect(viewer.neighbours).toEqual(places);
        expect(await nearest('2023')).toEqual(['E06000035', ...places.slice(10, 14)].sort());
      },
      real,
    );
  });

  test('keep those that were merged or split apart from those that came of them', () => {
    const [form] = organisationsForms();
    if (form === undefined) throw new Error('there is no form');
    const { organisations } = readOrganisations(readRegisterTable(real.organisations), form);
    const of = (code: string) => lineage(successions(organisations), code);
    const apart = { continues: [], continuedBy: [] };
    // Cumbria was split, and its districts went into the two that came of it.
    expect(of('CMA')).toEqual({ ...apart, predecessors: [], successors: ['CBD', 'WAF'] });
    expect(of('CBD')).toEqual({ ...apart, predecessors: ['ALL', 'CAR', 'CMA', 'COP'], successors: [] });
    // North Yorkshire and Somerset are as large as the counties before them, but took in their districts.
    expect(of('NYE').predecessors).toEqual(['CRA', 'HAE', 'HAG', 'NYK', 'RIH', 'RYE', 'SCE', 'SEL']);
    expect(of('SMT')).toEqual({
      ...apart,
      predecessors: ['MEN', 'SEG', 'SOM', 'SSO', 'SWT'],
      successors: [],
    });
    // Somerset West and Taunton came of a merger, and went into another.
    expect(of('SWT')).toEqual({ ...apart, predecessors: ['TAU', 'WSO'], successors: ['SMT'] });
  });

  test('take a council with a new code for its area as the same, and Cumbria as none of its successors', () =>
    withRegister(
      [
        ['E07000097', '2011'],
        ['East Hertfordshire', '2024'],
        ['Cumbria County Council', '2022'],
        ['Westmorland and Furness', '2024'],
        ['Somerset', '2024'],
        ['Durham Council', '2024'],
      ],
      async (database) => {
        await joinRegister(database);
        const joins = await panelJoins(database);
        expect(
          joins.map((one) => `${one.organisation}: ${one.found} ${one.registered ?? '-'} as ${one.standsAs}`),
        ).toMatchInlineSnapshot(`
          [
            "Cumbria County Council: joined CMA as Cumbria County Council",
            "Durham Council: unknown - as Durham Council",
            "E07000097: joined EHE as East Hertfordshire",
            "East Hertfordshire: joined EHE as East Hertfordshire",
            "Somerset: ambiguous - as Somerset",
            "Westmorland and Furness: joined WAF as Westmorland and Furness",
          ]
        `);
        const [first] = joins.filter(({ found }) => found === 'unknown');
        expect(first?.candidates).toContain('DUR Durham County Council');
      },
      real,
    ));
});
