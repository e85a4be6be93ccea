import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addNeighbours } from '../../../src/app/register/add-neighbours.ts';
import { addOrganisations } from '../../../src/app/register/add-organisations.ts';
import { organisationsForms } from '../../../src/app/register/published-forms.ts';
import { RegisterReport } from '../../../src/app/register/register-report.ts';
import { readOrganisations } from '../../../src/benchmark/register/read-organisations.ts';
import { readRegister } from '../../../src/benchmark/register/read-register.ts';
import { registerFolder } from '../../../src/benchmark/register/register-files.ts';
import { readRegisterTable } from '../../../src/benchmark/register/register-table.ts';
import { describeRegister } from '../../../src/cli/describe/describe-register.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { inPlace, lists } from './fixture.ts';

const organisations = readFileSync(lists.organisations, 'utf8');

describe('adding a list', () => {
  test('says what the register holds, what joins nothing, and under which licence', () =>
    inPlace(async (place) => {
      await addOrganisations(place, lists.organisations);
      const report = await addNeighbours(place, lists.neighbours);
      expect(mismatches(RegisterReport, report)).toEqual([]);
      expect(describeRegister(report, 80).join('\n')).toMatchInlineSnapshot(`
        "neighbours.csv: 3 areas
        Source: Office for National Statistics licensed under the Open Government
        Licence v3.0

        3 added, 0 changed, 0 removed, 0 as before.

        The register holds 12 organisations, of which 5 ended and 1 goes on under
        another code, and the neighbours of 3 areas.
        Names that stand for several organisations, and so join none: fenby.
        Areas that are no organisation's in the register, and so are left out: X99."
      `);
    }));

  test('again changes nothing, and another list says what it changed and keeps the neighbours', () =>
    inPlace(async (place) => {
      await addNeighbours(place, lists.neighbours);
      await addOrganisations(place, lists.organisations);
      const again = await addOrganisations(place, lists.organisations);
      expect(again.changes).toEqual({ added: [], removed: [], changed: [], same: 12 });
      const other = organisations
        .replace('Hallow Council,HAL', 'Ivy Council,IVY')
        .replace(
          'Brin Council,BRI,red,X03,,Brin,,brin,CI,City,North',
          'Brin Council,BRI,red,X03,,Brin,,brin,CI,City,South',
        );
      const changed = await addOrganisations(place, place.file('other.csv', other));
      expect(changed.changes).toEqual({ added: ['IVY'], removed: ['HAL'], changed: ['BRI'], same: 10 });
      expect(changed.register.areas).toBe(3);
      const { organisations: source, neighbours } = readRegister(registerFolder(place.folder));
      expect([source?.file, neighbours?.file, neighbours?.rows]).toEqual(['other.csv', 'neighbours.csv', 3]);
    }));

  test('takes other separators, old encodings and a byte order mark', () =>
    inPlace(async (place) => {
      const semicolons = 'local-authority-code;official-name;region\nA;Ärmel;Süd\nB;Bord;\n';
      const latin = Uint8Array.from(semicolons, (letter) => letter.charCodeAt(0));
      const report = await addOrganisations(place, place.file('old.csv', latin));
      expect(report.findings.map(({ code }) => code)).toEqual(['document/encoding']);
      const marked = await addOrganisations(place, place.file('new.csv', `\uFEFF${semicolons}`));
      expect(marked.changes).toEqual({ added: [], removed: [], changed: [], same: 2 });
    }));

  test('reads another country by a form that is a file', () =>
    inPlace(async (place) => {
      const [form] = organisationsForms();
      if (form === undefined) throw new Error('there is no form');
      mkdirSync(join(place.folder, 'forms'));
      const columns = { code: 'Schlüssel', name: 'Gemeinde', region: 'Land', successors: 'Nachfolger' };
      const other = { ...form, id: 'gemeinden', separator: '|', columns };
      place.file('forms/gemeinden.json', JSON.stringify(other));
      place.file('forms/uk.json', JSON.stringify(form));
      const list = place.file(
        'g.csv',
        'Land\tGemeinde\tSchlüssel\tNachfolger\nHessen\tAdorf\t1\t2|3\nHessen\tBdorf\t2\t\nHessen\tCdorf\t3\t\n',
      );
      const report = await addOrganisations(place, list, organisationsForms(join(place.folder, 'forms')));
      expect([report.source.form, report.register.organisations]).toEqual(['gemeinden', 3]);
      place.file('forms/gemeinden.json', JSON.stringify({ ...other, colour: 'red' }));
      expect(() => organisationsForms(join(place.folder, 'forms'))).toThrow('gemeinden.json');
    }));
});

describe('an area that got another code since the list was published', () => {
  const changed = [{ from: 'X12', to: 'X52', source: 'An order of 2025' }];

  test('has both, and one that the list has under the new code stays', () => {
    const [form] = organisationsForms();
    if (form === undefined) throw new Error('there is no form');
    const table = readRegisterTable(lists.organisations);
    const areasOf = (recodedAreas: typeof changed) => {
      const read = readOrganisations(table, { ...form, recodedAreas });
      const { areaCode, formerAreaCodes } = read.organisations.at(-1) ?? {};
      return [areaCode, formerAreaCodes];
    };
    expect(areasOf(changed)).toEqual(['X52', ['X12']]);
    expect(areasOf([{ from: 'X12', to: 'X11', source: 'An order of 2025' }])).toEqual(['X12', []]);
  });
});

const refusals: readonly (readonly [string, string, string])[] = [
  [
    'no code',
    organisations.replace(',HAL,', ',,'),
    'row 13, local-authority-code register/value-missing nothing',
  ],
  [
    'no name',
    organisations.replace('Hallow Council', ''),
    'row 13, official-name register/value-missing nothing',
  ],
  [
    'a code twice',
    organisations.replace(',HAL,', ',ash,'),
    'row 13, local-authority-code register/code-twice ash, as in row 2',
  ],
  [
    'an area twice',
    organisations.replace(',X12,', ',X01,'),
    'row 13, gss-code register/code-twice X01, as in row 2',
  ],
  [
    'a day that is none',
    organisations.replace('2019-03-31', '2019-02-31'),
    'row 11, end-date register/value-wrong 2019-02-31',
  ],
  [
    'a day in another form',
    organisations.replace('2021-04-01', '1/4/2021'),
    'row 4, start-date register/value-wrong 1/4/2021',
  ],
  [
    'an end before the beginning',
    organisations.replace('2021-03-31', '1970-01-01'),
    'row 3, end-date register/value-wrong 1970-01-01',
  ],
  [
    'successors in a ring',
    organisations.replace('2021-04-01,,', '2021-04-01,,OBR'),
    'replaced-by register/value-wrong OBR to BRI to OBR',
  ],
  [
    'a row cut short',
    organisations.slice(0, organisations.indexOf('Hallow,Ashmere')),
    'row 13 register/row-broken 7 cells',
  ],
  ['no names', organisations.replace('official-name', 'title'), 'the headings register/column-missing'],
  [
    'a heading twice',
    organisations.replace('colour', 'region'),
    'the headings register/column-twice region twice',
  ],
];

describe('a list is refused, and the register stays as it was, for', () => {
  test.each(refusals)('%s', (_, content, finding) =>
    inPlace(async (place) => {
      await addOrganisations(place, lists.organisations);
      const held = readFileSync(join(place.folder, 'register/organisations.parquet'));
      const problem = await refused(() => addOrganisations(place, place.file('list.csv', content)));
      expect(problem.code).toBe('REGISTER_REFUSED');
      expect(findings(problem)).toHaveLength(1);
      expect(findings(problem)[0]).toContain(finding);
      expect(readFileSync(join(place.folder, 'register/organisations.parquet'))).toEqual(held);
      expect(readdirSync(place.folder).sort()).toEqual(['list.csv', 'register']);
    }),
  );

  test.each([
    ['an area twice', 'X01,X02\nX01,X03', 'row 3, AREACD register/code-twice X01, as in row 2'],
    ['an area that is its own neighbour', 'X01,X02,X01', 'row 2, 2 register/neighbour-wrong X01 itself'],
    ['a neighbour twice', 'X01,X02,X03,X02', 'row 2, 3 register/neighbour-wrong X02 twice'],
    ['an empty place between neighbours', 'X01,,X02', 'row 2, 1 register/neighbour-wrong nothing'],
    ['no area', ',X02', 'row 2, AREACD register/value-missing nothing'],
  ])('%s', (_, rows, finding) =>
    inPlace(async (place) => {
      const [headings = ''] = readFileSync(lists.neighbours, 'utf8').split('\n');
      const padded = rows.split('\n').map((row) => row + ','.repeat(20 - row.split(',').length + 1));
      const file = place.file('list.csv', [headings, ...padded].join('\n'));
      const problem = await refused(() => addNeighbours(place, file));
      expect(findings(problem)).toEqual([finding]);
      expect(existsSync(join(place.folder, 'register'))).toBe(false);
    }),
  );

  test.each([
    ['FILE_EMPTY', 'local-authority-code,official-name\n'],
    ['FILE_DAMAGED', 'local-authority-code,official-name\nA,"open'],
    ['FILE_NOT_TEXT', 'local-authority-code,official-name\nA,b\u0000'],
  ])('%s', (code, content) =>
    inPlace(async (place) => {
      const problem = await refused(() => addOrganisations(place, place.file('list.csv', content)));
      expect(problem.code).toBe(code);
      expect(problem.detail.repair).not.toContain('self-assessment');
    }),
  );
});

describe('the folder of the register', () => {
  test('is found again where a program ended between its two names', () =>
    inPlace(async (place) => {
      await addOrganisations(place, lists.organisations);
      const folder = registerFolder(place.folder);
      renameSync(folder, join(place.folder, '.old-register'));
      expect(readRegister(folder).organisations?.rows).toBe(12);
    }));

  test('is changed by one program at a time, and neither list is lost', () =>
    inPlace(async (place) => {
      await addOrganisations(place, lists.organisations);
      const busy = join(place.folder, '.busy-register');
      writeFileSync(busy, String(process.pid));
      expect((await refused(() => addNeighbours(place, lists.neighbours))).code).toBe('WORKSPACE_BUSY');
      rmSync(busy);
      await addNeighbours(place, lists.neighbours);
      const { organisations: held, neighbours } = readRegister(registerFolder(place.folder));
      expect([held?.rows, neighbours?.rows]).toEqual([12, 3]);
      expect(readdirSync(place.folder)).toEqual(['register']);
    }));

  test('leaves out a successor that the list lacks, and says so', () =>
    inPlace(async (place) => {
      const file = place.file('list.csv', organisations.replace('"EAN,EAW"', '"EAN,ZZZ"'));
      const { findings: found } = await addOrganisations(place, file);
      expect(found.map(({ code, place: at, seen }) => `${code} ${at} ${seen}`)).toEqual([
        'register/code-unknown row 8, replaced-by ZZZ',
      ]);
    }));
});

async function refused(work: () => Promise<unknown>): Promise<Problem> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error('it was not refused');
}

function findings({ detail }: Problem): readonly string[] {
  const found: unknown = detail.data?.['findings'];
  if (!Array.isArray(found)) return [];
  return found.map(({ place, code, seen }) => `${place} ${code} ${seen}`);
}
