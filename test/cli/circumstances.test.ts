import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CircumstancesReport } from '../../src/app/circumstances/circumstances-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) => headroom(join(folder, 'workspace'), ...args);

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

test('circumstances are listed and recorded for good, and advice follows', () => {
  const before = run('circumstances', 'medway').stdout;
  expect(before).toContain('Joint boards: not known (joint-boards)');
  expect(before).toContain('Nobody has said. What is not known lifts nothing.');
  expect(before).toMatch(/A yes would raise the ceiling of \d+ objectives?: \d/);
  const supposed = JSON.parse(run('advise', 'medway', '--factor', 'joint-boards=yes', '--json').stdout);
  const set = ['--set', 'joint-boards=yes', '--reason', 'Cabinet minute 12', '--by', 'Ada', '--version', '0'];
  const recorded = run('circumstances', 'medway', ...set);
  expect([recorded.stderr, recorded.status]).toEqual(['', 0]);
  expect(recorded.stdout).toContain('Joint boards: yes (joint-boards)');
  expect(recorded.stdout).toContain('yes from 2024: Cabinet minute 12 (Ada, ');
  expect(JSON.parse(run('advise', 'medway', '--json').stdout)).toEqual(supposed);
  const report = JSON.parse(run('circumstances', 'medway', '--json').stdout);
  expect(mismatches(CircumstancesReport, report)).toEqual([]);
  const late = run('circumstances', 'medway', ...set.with(1, 'joint-boards=no'));
  expect([late.status, late.stdout]).toEqual([3, '']);
  expect(late.stderr).toContain('ROW_CHANGED');
});

test.each([
  [2, ['--reason', 'x']],
  [3, ['--set', 'joint-boards=yes']],
  [3, ['--set', 'joint-boards=maybe', '--reason', 'x']],
])('what cannot be done ends with %i: %j', (code, args) => {
  const { status, stdout, stderr } = run('circumstances', 'medway', ...args);
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr).not.toBe('');
});
