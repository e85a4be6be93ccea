import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ImportReport } from '../../src/app/import/import-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const workspace = join(folder, 'workspace');
const run = (...args: readonly string[]) => headroom(workspace, ...args);
const published = 'data/sources/medway/appendix-1.txt';
const minutes = join(folder, 'minutes.txt');
const form = join(folder, 'form.xlsx');
/** Words in one line, whatever the width of the terminal and the length of the folder's name. */
const plain = (text: string) => text.replaceAll(`${folder}/`, '').replace(/\s+/g, ' ').trim();
afterAll(remove);

mkdirSync(folder, { recursive: true });
writeFileSync(minutes, 'Minutes of the meeting.\nNobody came.\n');

test('a line stands for each file, the refused ones are told with their findings, and the worst exit code counts', () => {
  expect(run('template', '--organisation', 'medway', '--period', '2024', '--out', form).status).toBe(0);
  const { status, stdout, stderr } = run('import', published, minutes, form, '--organisation', 'medway');
  expect(status).toBe(3);
  expect(plain(stdout)).toBe(
    [
      `${published}: medway, 2022 unchanged, 2023 unchanged; 2 findings to look at.`,
      'minutes.txt: refused: the document is not a self-assessment in this framework.',
      'form.xlsx: medway, 2023 unchanged, 2024 new and open.',
      '2 of 3 files imported, 1 refused.',
      'To see the findings of a file: headroom import FILE --dry-run.',
    ].join(' '),
  );
  expect(plain(stderr)).toContain('minutes.txt was refused, and nothing of it was kept.');
  expect(stderr).toContain('(NOT_AN_APPENDIX)');
  expect(run('import', published, published, '--organisation', 'medway', '--dry-run').stdout).toMatch(
    /2 of 2 files would go in, none refused\.\n[^]*Nothing was kept/,
  );
});

test('programs get an array of what went in, and one file gives what it gave', () => {
  const { status, stdout } = run(
    'import',
    published,
    minutes,
    published,
    '--organisation',
    'medway',
    '--json',
  );
  const reports: readonly unknown[] = JSON.parse(stdout);
  expect([status, reports.length]).toEqual([3, 2]);
  for (const report of reports) expect(mismatches(ImportReport, report)).toEqual([]);
  const alone = run('import', published, '--organisation', 'medway', '--json');
  expect([alone.status, JSON.parse(alone.stdout)]).toEqual([0, reports[1]]);
  const all = run('import', published, published, '--organisation', 'medway', '--json');
  expect([all.status, JSON.parse(all.stdout)]).toEqual([0, [reports[1], reports[1]]]);
});

test.each([
  [2, ['--corrections', minutes]],
  [2, ['--name', 'Two']],
  [3, ['--organisation', 'medway', '--period', 'soon']],
])('exits %i where several files cannot have %j', (status, args) => {
  const { status: exit, stdout } = run('import', published, minutes, ...args, '--json');
  expect([exit, stdout]).toEqual([status, status === 2 ? '' : '[]\n']);
});
