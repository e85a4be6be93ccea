import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Contribution } from '../../src/app/contribute/contribution.ts';
import { matches } from '../../src/kernel/schema.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) => headroom(join(folder, 'workspace'), ...args);
const to = join(folder, 'contribution.csv');

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

test('contribute shows what would leave the house, and writes nothing unless it is told to', () => {
  const shown = run('contribute', 'medway', '--period', '2023', '--to', to);
  expect(shown.status).toBe(0);
  for (const words of ['what would leave the house', '59 rows', 'agreed_standard', 'only read from comments'])
    expect(shown.stdout).toContain(words);
  expect(shown.stderr).toContain('nothing was written');
  expect(existsSync(to)).toBe(false);
});

test('with --yes it writes exactly what it shows to programs, and writes it again over itself only', () => {
  const args = ['contribute', 'medway', '--to', to, '--yes', '--json'];
  const { file, ...answer } = JSON.parse(run(...args).stdout);
  expect(matches(Contribution, answer)).toBe(true);
  expect(file).toBe(to);
  expect(readFileSync(to, 'utf8')).toBe(answer.content);
  expect(run(...args).status).toBe(0);
  writeFileSync(to, 'my own');
  expect(run(...args)).toMatchObject({ status: 3, stdout: '' });
  expect(readFileSync(to, 'utf8')).toBe('my own');
  expect(run('contribute', 'medway', '--yes').status).toBe(2);
});

test('panel generate says that its panel is invented, and how to look at it', () => {
  const { stdout, status } = run(
    'panel',
    'generate',
    '--organisations',
    '20',
    '--periods',
    '2',
    '--seed',
    '7',
  );
  expect(status).toBe(0);
  expect(stdout).toContain('Demonstration data, invented');
  expect(stdout).toContain('headroom benchmark example-invented');
  expect(run('advise', 'example-invented').stdout).toContain('Demonstration data, invented');
  expect(run('panel', 'generate', '--organisations', '0').status).toBe(2);
});

test('rules of one’s own are found with --rules and with HEADROOM_RULES', () => {
  const rules = join(folder, 'rules');
  expect(run('rules', 'new', 'mine', '--name', 'Mine', '--folder', rules).status).toBe(0);
  const args = ['init', '--organisation', 'mine', '--empty', '--framework', 'mine'];
  const own = (...given: readonly string[]) => headroom(join(folder, 'own'), ...given);
  expect(own(...args).status).toBe(3);
  expect(own('--rules', rules, ...args).status).toBe(0);
  expect(own(`HEADROOM_RULES=${rules}`, 'open', 'mine', '2023', '--json').status).toBe(0);
  expect(own(`HEADROOM_RULES=${rules}`, 'rules', 'check', 'mine').status).toBe(0);
  expect(own('rules', 'check', 'mine').status).toBe(3);
});
