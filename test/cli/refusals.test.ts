import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { headroom, program, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const workspace = join(folder, 'workspace');
const database = join(workspace, 'headroom.sqlite');
const run = (...args: readonly string[]) => headroom(workspace, ...args);

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

describe('help', () => {
  test.each(Object.keys(commands))('of %s shows examples, in two ways', (name) => {
    const { status, stdout, stderr } = run(name, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`Usage: headroom ${name}[\\s\\S]*Examples:\\n {2}headroom ${name}\\b`));
    expect(run('help', name).stdout).toBe(stdout);
  });

  test('lists every command, and asks for one where there is none', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const name of Object.keys(commands)) expect(stdout).toContain(`\n${name} `);
    const bare = run();
    expect([bare.status, bare.stdout]).toEqual([2, '']);
    expect(bare.stderr.trim()).toBe(stdout.trim());
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('what is not understood ends with 2', () => {
  test.each([
    ['an unknown command', ['frobnicate']],
    ['help on an unknown command', ['help', 'frobnicate']],
    ['an unknown option', ['advise', 'medway', '--frobnicate']],
    ['a missing argument', ['advise']],
    ['one argument too many', ['capped', 'medway', 'again']],
    ['a circumstance without a state', ['advise', 'medway', '--factor', 'joint-boards']],
    ['an objective that is no number', ['explain', 'medway', 'four']],
    [
      'an import for nobody',
      ['import', join(import.meta.dirname, '../../data/sources/medway/appendix-1.txt')],
    ],
    ['two kinds of trends at once', ['trends', 'medway', '--actions', '--backtest']],
    ['an unknown form of a chart', ['render', 'levels', '--organisation', 'medway', '--format', 'gif']],
    ['an empty workspace for nobody', ['init', '--empty']],
    ['an address of other machines', ['serve', '--host', '0.0.0.0']],
  ])('%s', (_what, args) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^headroom: /);
  });
});

describe('what is not there ends with 3, and says what is', () => {
  test.each([
    ['UNKNOWN_ORGANISATION', 'medway', ['advise', 'nobody']],
    ['UNKNOWN_PERIOD', '2023, 2024', ['advise', 'medway', '--period', '2030']],
    ['BAD_VALUE', '2023, 2024', ['capped', 'medway', '--period', 'soon']],
    ['UNKNOWN_OBJECTIVE', '1 to 59', ['explain', 'medway', '60']],
    ['UNKNOWN_FACTOR', 'joint-boards', ['advise', 'medway', '--factor', 'weather=yes']],
    ['BAD_VALUE', 'yes, no, unknown', ['advise', 'medway', '--factor', 'joint-boards=maybe']],
    [
      'UNKNOWN_FRAMEWORK',
      'lga-nps-2018',
      ['import', 'data/sources/medway/appendix-1.txt', '--organisation', 'me', '--framework', 'other'],
    ],
  ])('%s', (code, allowed, args) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`(${code})`);
    expect(stderr.replace(/\s+/g, ' ')).toContain(`Allowed: ${allowed}`);
  });
});

describe('a document that cannot be used ends with 3 and leaves the workspace byte for byte', () => {
  const whole = readFileSync('data/sources/medway/appendix-1.txt', 'utf8');
  const documents: Readonly<Record<string, readonly [string, string | Uint8Array]>> = {
    'an empty one': ['FILE_EMPTY', ''],
    'a binary one': ['FILE_WRONG_KIND', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff])],
    'another one': ['NOT_AN_APPENDIX', 'Minutes of the meeting.\nNobody came.\n'],
    'one that was cut off': ['DOCUMENT_REFUSED', whole.slice(0, whole.length / 2)],
    'one with a level of 6': ['DOCUMENT_REFUSED', whole.replace('\t3\tNA, achieved', '\t6\tNA, achieved')],
    'one with "3-ish"': ['DOCUMENT_REFUSED', whole.replace('\t3\tNA, achieved', '\t3-ish\tNA, achieved')],
  };

  test.each(Object.entries(documents))('%s', (_what, [code, content]) => {
    const before = readFileSync(database).toString('base64');
    const file = join(folder, 'document.txt');
    writeFileSync(file, content);
    const { status, stdout, stderr } = run('import', file, '--organisation', 'medway', '--json');
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`(${code})`);
    expect(stderr).toContain('document.txt');
    expect(readFileSync(database).toString('base64')).toBe(before);
  });

  test('one of 100 MB, without reading it', () => {
    const file = join(folder, 'large.txt');
    writeFileSync(file, '');
    truncateSync(file, 100 * 1024 * 1024);
    const { status, stderr } = run('import', file, '--organisation', 'medway');
    expect(status).toBe(3);
    expect(stderr).toContain('(FILE_TOO_LARGE)');
  });
});

describe('a workspace', () => {
  test('that is damaged is said to be, left as it is, and can be restored', () => {
    const backup = join(folder, 'backup.db');
    expect(run('backup', backup).status).toBe(0);
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'headroom.sqlite'), 'no database at all, but long enough to be looked at');
    const { status, stdout, stderr } = headroom(broken, 'advise', 'medway');
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('(WORKSPACE_BROKEN)');
    expect(readFileSync(join(broken, 'headroom.sqlite'), 'utf8')).toMatch(/^no database/);
    expect(headroom(broken, 'backup', backup, '--restore').status).toBe(0);
    expect(headroom(broken, 'advise', 'medway', '--json').stdout).toBe(
      run('advise', 'medway', '--json').stdout,
    );
  });

  test('is named before or after the command, or by the environment', () => {
    const other = join(folder, 'other');
    const begin = ['init', '--empty', '--organisation', 'my-organisation'];
    expect(headroom(workspace, '--workspace', other, ...begin).status).toBe(0);
    expect(headroom(workspace, ...begin, `--workspace=${other}`).status).toBe(0);
    for (const ran of [
      headroom(other, 'advise', 'x'),
      headroom(workspace, 'advise', 'x', '--workspace', other),
    ])
      expect(ran.stderr).toContain('Allowed: my-organisation');
    expect(run(...begin).stderr).toContain('(FILE_EXISTS)');
  });

  test('is one’s own after init --empty: a document of one’s own goes in, and advice comes out', () => {
    const own = join(folder, 'own');
    const name = ['--name', 'My Organisation'];
    expect(headroom(own, 'init', '--empty', '--organisation', 'mine', ...name).status).toBe(0);
    const document = join(folder, 'mine.txt');
    copyFileSync('data/sources/medway/appendix-1.txt', document);
    expect(headroom(own, 'import', document, '--organisation', 'mine').status).toBe(0);
    const { stdout, stderr } = headroom(own, 'advise', 'mine');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^My Organisation: targets for 2024/);
    expect(stdout).not.toContain('Example');
    expect(existsSync(join(own, 'headroom.sqlite'))).toBe(true);
  });
});

test('a reader that has seen enough is no failure', async () => {
  const child = spawn(program[0], [program[1], 'explain', 'medway', '4', '--json'], {
    env: { PATH: process.env['PATH'], HEADROOM_WORKSPACE: workspace },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let told = '';
  child.stderr.on('data', (data) => {
    told += data;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, told]).toEqual([0, '']);
});
