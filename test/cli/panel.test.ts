import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HeldPanels } from '../../src/app/panel/held-panels.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { PanelCheck } from '../../src/model/panel-check.ts';
import { PanelReport } from '../../src/model/panel-report.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) => headroom(join(folder, 'workspace'), ...args);
const file = join(folder, 'scores.csv');
const bad = join(folder, 'bad.csv');

beforeAll(() => {
  expect(run('init', '--empty', '--organisation', 'here', '--name', 'Here').status).toBe(0);
  const rows = (score: string) =>
    `organisation;framework;period;objective;score\nE1;lga-nps-2018;2023;1;3\nE2;lga-nps-2018;2023;1;${score}\n`;
  writeFileSync(file, rows('2/3'));
  writeFileSync(bad, rows('7'));
});
afterAll(remove);

describe('panels on the command line', () => {
  test('are added, listed, checked, written and taken away, in words and as data', () => {
    const added = run('panel', 'add', file, '--panel', 'region', '--name', 'The region');
    expect([added.stdout, added.status]).toMatchInlineSnapshot(`
      [
        "2 rows were added to region.
      The region: 2 rows, 2 organisations, lga-nps-2018, 2023. It is confidential.
      ",
        0,
      ]
    `);
    expect(run('panel', 'list').stdout).toContain('region');
    const again = JSON.parse(run('panel', 'add', file, '--panel', 'region', '--json').stdout);
    expect(mismatches(PanelReport, again)).toEqual([]);
    expect(again.state).toBe('nothing-new');
    expect(mismatches(HeldPanels, JSON.parse(run('panel', 'list', '--json').stdout))).toEqual([]);
    const check = JSON.parse(run('panel', 'check', '--json').stdout);
    expect(mismatches(PanelCheck, check)).toEqual([]);
    expect(check.panels).toEqual([{ id: 'region', state: 'sound', damage: [] }]);
    const out = join(folder, 'out.csv');
    expect(run('panel', 'export', 'region', '--format', 'csv', '--out', out).stdout).toContain(
      '2 rows of region',
    );
    expect(readFileSync(out, 'utf8')).toContain('E2,lga-nps-2018,2023,1,scored,2/3,no,no,,');
    expect(run('panel', 'remove', 'region').status).toBe(0);
    expect(run('panel', 'check', 'region').stderr).toContain('UNKNOWN_PANEL');
  });

  test('say what is wrong, and keep nothing', () => {
    const refused = run('panel', 'add', file, bad, '--panel', 'region');
    expect(refused.status).toBe(3);
    expect(refused.stdout.replace(/\s+/g, ' ')).toContain(
      'A score is not on the scale (bad.csv:3, column score). Seen: 7.',
    );
    expect(run('panel', 'list').stdout).toContain('There is no panel yet.');
  });
});
