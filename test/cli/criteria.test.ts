import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CriteriaReport } from '../../src/app/criteria/criteria-report.ts';
import { loginName } from '../../src/cli/options/login-name.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) => headroom(join(folder, 'workspace'), ...args);

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

test('criteria takes wording and answers, and says what follows', () => {
  const file = join(folder, 'level-5.txt');
  writeFileSync(file, 'One invented thing.\nAnother invented thing.\n');
  const pasted = run('criteria', 'medway', '4', '--level', '5', '--paste', file, '--by', 'Ada', '--json');
  expect([pasted.stderr, pasted.status]).toEqual(['', 0]);
  const report = JSON.parse(pasted.stdout);
  expect(mismatches(CriteriaReport, report)).toEqual([]);
  const [{ id }] = report.levels[4].statements;
  const { stdout, status } = run('criteria', 'medway', '4', '--set', `${id}=not-met`);
  expect(status).toBe(0);
  expect(stdout).toContain('The answers leave open a level from 1 Minimum to 4\nLeader.');
  expect(stdout).toContain('  - not met: One invented thing.');
  expect(stdout).toMatch(/5 Innovator \(pasted by Ada on \d+ \w+ \d{4}\)/);
  const explained = run('explain', 'medway', '4').stdout;
  expect(explained).toContain('Statements, for the 2023 return');
  expect(explained).toContain('Evidence, for the 2023 return\nNone recorded.');
  expect(explained).toMatch(/Pasted by Ada on \d+ \w+ \d{4}:\n {4}- One invented thing\./);
});

test('evidence is added, listed and removed, by whoever is signed in unless another is named', () => {
  const add = ['--add', 'Minutes', '--document', 'Shared drive', '--owner', 'Ada', '--date', '2023-05-01'];
  expect(run('evidence', 'medway', '5', ...add).stdout).toContain(
    `1. Minutes: Shared drive\n  of 1 May 2023, held by Ada; recorded by ${loginName()} on`,
  );
  expect(run('evidence', 'medway', '5', '--period', '2022').stdout).toContain('None recorded.');
  expect(JSON.parse(run('evidence', 'medway', '5', '--remove', '1', '--json').stdout).evidence).toEqual([]);
});

test.each([
  [2, ['criteria', 'medway', '4', '--level', '5']],
  [2, ['criteria', 'medway', '4', '--paste', 'x.txt']],
  [2, ['criteria', 'medway', '4', '--set', 'x']],
  [3, ['criteria', 'medway', '4', '--set', 'x=met']],
  [3, ['criteria', 'medway', '4', '--level', '5', '--paste', 'nowhere.txt']],
  [3, ['criteria', 'medway', '57', '--level', '5', '--unpaste']],
  [3, ['criteria', 'medway', '4', '--period', '2019']],
  [2, ['evidence', 'medway', '4', '--add', 'x']],
  [2, ['evidence', 'medway', '4', '--owner', 'x']],
  [3, ['evidence', 'medway', '4', '--add', 'x', '--link', 'javascript:x', '--owner', 'y']],
  [3, ['evidence', 'medway', '4', '--remove', '99']],
])('what cannot be done ends with %i: %j', (code, args) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr).not.toBe('');
});
