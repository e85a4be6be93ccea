import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { askSecret, type SecretInput } from '../../src/cli/options/ask-secret.ts';
import { headroom, program, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const workspace = join(folder, 'workspace');

/** Runs `user` with the password on the standard input. */
function user(input: string, ...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program[0], [program[1], 'user', ...given, '--by', 'ops'], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'], HEADROOM_WORKSPACE: workspace },
  });
  return { status, stdout, stderr };
}

test('people are let in, and serving to others is refused before that', () => {
  const missing = headroom(workspace, 'serve', '--host', '0.0.0.0');
  expect(missing.status).toBe(2);
  expect(missing.stderr).toMatchInlineSnapshot(`
    "headroom: That address is not allowed (BIND_REFUSED).
    Seen: 0.0.0.0
    It would let other machines reach Headroom, and nothing says who may use it.
    Leave --host and --public-url out, or configure access in one of two ways.
    Accounts: headroom user add NAME --role editor. Single sign-on by a proxy:
    --trust-header NAME --trust-proxy ADDRESS. Either needs --public-url
    https://headroom.example.org, the address that people use. docs/access.md shows
    both.
    "
  `);
  const added = user('seven quiet lanterns\n', 'add', 'A. Officer', '--role', 'editor', '--password-stdin');
  expect([added.status, added.stdout]).toEqual([0, 'A. Officer can sign in as an editor.\n']);
  const listed: unknown = JSON.parse(headroom(workspace, 'user', 'list', '--json').stdout);
  expect(listed).toMatchObject({ schema: 1, accounts: [{ name: 'A. Officer', role: 'editor', by: 'ops' }] });
  expect(JSON.stringify(listed)).not.toContain('scrypt');
  const still = headroom(workspace, 'serve', '--host', '0.0.0.0');
  expect([still.status, still.stderr.includes('--public-url')]).toEqual([2, true]);
  const role = user('', 'role', 'a. officer', 'viewer');
  expect(role.stdout).toBe('A. Officer is a viewer now, and is signed out everywhere.\n');
  expect(user('', 'remove', 'A. Officer').status).toBe(0);
  expect(headroom(workspace, 'user', 'list').stdout).toContain('Nobody yet.');
});

test('a password is asked for on a terminal only, and otherwise is one line', () => {
  const unasked = user('seven quiet lanterns\n', 'add', 'B. Officer');
  expect([unasked.status, unasked.stderr.includes('--password-stdin')]).toEqual([2, true]);
  for (const input of ['', '\n', 'seven quiet lanterns\nmore\n'])
    expect(user(input, 'add', 'B. Officer', '--password-stdin').status).toBe(3);
  const weak = user('Sesame1\n', 'add', 'B. Officer', '--password-stdin');
  expect([weak.status, weak.stderr.includes('Sesame')]).toEqual([3, false]);
});

test('what is typed is not shown', async () => {
  const shown: string[] = [];
  const raw: boolean[] = [];
  const heard: ((typed: string) => void)[] = [];
  const input: SecretInput = {
    isTTY: true,
    setRawMode: (on) => raw.push(on),
    setEncoding: () => {},
    on: (_event, hear) => heard.push(hear),
    off: () => {},
    resume: () => {},
    pause: () => {},
  };
  const type = (keys: string) => heard.at(-1)?.(keys);
  const asked = askSecret('Password: ', input, (text) => shown.push(text));
  for (const keys of ['wrong', '\u0015', 'seca', '\u007F', 'ret', '\r']) type(keys);
  expect(await asked).toBe('secret');
  expect(shown.join('')).toBe('Password: \n');
  expect(raw).toEqual([true, false]);
  const given = askSecret('Password: ', input, () => {});
  type('\u0003');
  await expect(given).rejects.toMatchObject({ code: 'USAGE' });
  expect(raw).toEqual([true, false, true, false]);
});
