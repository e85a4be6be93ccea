import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PanelJoinsReport } from '../../src/app/register/panel-joins-report.ts';
import { RegisterReport } from '../../src/app/register/register-report.ts';
import { RegisteredReport } from '../../src/app/register/registered-report.ts';
import { matches } from '../../src/kernel/schema.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const lists = join(import.meta.dirname, '../benchmark/register/lists');
const { folder, remove } = temporaryFolder();
const run = (...given: readonly string[]) => headroom(join(folder, 'workspace'), ...given);

beforeAll(() => {
  run('init', '--empty', '--organisation', 'ashmere');
});
afterAll(remove);

describe('the register', () => {
  test('is filled by two commands, for eyes and for programs', () => {
    const { status, stdout } = run('COLUMNS=40', 'organisations', 'add', join(lists, 'organisations.csv'));
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('12 added, 0 changed, 0 removed, 0 as before.');
    expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
    const answer = JSON.parse(run('neighbours', 'add', join(lists, 'neighbours.csv'), '--json').stdout);
    expect(matches(RegisterReport, answer)).toBe(true);
    expect(answer.register).toMatchObject({ organisations: 12, areas: 3, areasUnknown: ['X99'] });
  });

  test('shows an organisation with those around it, and names who is near where it finds none', () => {
    const { stdout } = run('organisations', 'show', 'coldwell and dunmoor');
    expect(stdout).toMatchInlineSnapshot(`
      "Coldwell and Dunmoor Council (CAD)
      City, North, Norland, from 2020-04-01
      Found by X06; Coldwell and Dunmoor; coldwell-and-dunmoor too.
      Made from, and compared apart: Coldwell Council (COL); Dunmoor Council (DUN).
      "
    `);
    const answer = JSON.parse(run('organisations', 'show', 'x91', '--json').stdout);
    expect(matches(RegisteredReport, answer)).toBe(true);
    expect(answer.neighbours.map(({ code }: { readonly code: string }) => code)).toEqual([
      ...['BRI', 'CAD', 'EAN', 'HAL'],
    ]);
    const { status, stderr } = run('organisations', 'show', 'Fenby');
    expect(status).toBe(3);
    expect(stderr.replace(/\s+/g, ' ')).toContain('FEN Fenby Council; GRE Greater Fenby Council');
  });

  test.each([
    ['organisations', 'show', 'Ashmere', '--workspace', 'OTHER'],
    ['organisations', '--workspace', 'OTHER', 'show', 'Ashmere'],
    ['--workspace', 'OTHER', 'organisations', 'show', 'Ashmere'],
    ['organisations', '--workspace', 'nowhere', 'show', 'Ashmere', '--workspace=OTHER'],
  ])('is that of the workspace that is named: %s %s %s %s %s', (...given) => {
    const other = join(folder, 'other');
    const { status, stderr } = run(...given.map((each) => each.replace('OTHER', other)));
    expect(status).toBe(3);
    expect(stderr).toContain('Add a list of organisations first');
    expect(existsSync(other)).toBe(true);
    rmSync(other, { recursive: true });
  });

  test('shows which organisations of a panel could not be joined, and what is near', () => {
    const panel = join(folder, 'scores.csv');
    const rows = ['X91,2022', 'Ashmere,2023', 'Fenby,2023', 'Dunmoor District,2023', 'Qqq,2023'];
    const lines = rows.map((row) => `${row},lga-nps-2018,1,3`);
    writeFileSync(panel, ['organisation,period,framework,objective,score', ...lines].join('\n'));
    expect(run('panel', 'add', panel, '--panel', 'north').status).toBe(0);
    expect(run('organisations', 'joins', 'north').stdout).toMatchInlineSnapshot(`
      "north: 2 of 5 organisations joined to the register
      X91 goes on as Ashmere.

      Not joined, and so in the group of all organisations only:
        - Dunmoor District is not in the register; near to it: DUN Dunmoor Council
        - Fenby stands for several: FEN Fenby Council; GRE Greater Fenby Council
        - Qqq is not in the register
      "
    `);
    const answer = JSON.parse(run('organisations', 'joins', 'north', '--json').stdout);
    expect(matches(PanelJoinsReport, answer)).toBe(true);
  });

  test('refuses the other list with exit code 3, and names what is missing', () => {
    const { status, stdout, stderr } = run('neighbours', 'add', join(lists, 'organisations.csv'));
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr.replace(/\s+/g, ' ')).toContain('REGISTER_REFUSED');
    expect(stderr.replace(/\s+/g, ' ')).toContain('Allowed: also AREACD, 1, 2, 3');
  });

  test.each([
    ['organisations', 'mySociety', 'CC BY 4.0'],
    ['neighbours', 'Office for National Statistics', 'Open Government Licence v3.0'],
  ])('%s: help says where they are published, and under which licence', (verb, publisher, licence) => {
    const { status, stdout } = run(verb, 'add', '--help');
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(publisher);
    expect(stdout).toContain(`Licence: ${licence}`);
    expect(stdout).toMatch(/^ {2}https:\/\/\S+$/m);
  });
});
