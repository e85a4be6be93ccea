import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const allowedHosts = readFileSync(join(import.meta.dirname, 'hosts.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s/)[0] ?? '');

interface File {
  readonly path: string;
  readonly text: string;
}

/** Every text file that is kept, or would be with the next `git add`; documents as received come apart. */
const files: readonly File[] = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  .filter(({ text }) => !text.includes('\0'));
const received = /^(?:data\/sources\/|rules\/[^/]+\/comments\/kept-apart)/;
const ours = files.filter(({ path }) => !received.test(path));
const code = ours.filter(({ path }) => /\.[cm]?[jt]s$/.test(path));

/** Each place where a pattern stands, as `file:line "words"` and what to do. */
function places(among: readonly File[], pattern: RegExp, repair: string): readonly string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(pattern)].map(([words]) => `${path}:${index + 1} "${words}". ${repair}`),
      ),
  );
}

const rules = {
  machinePaths: (among: readonly File[]) =>
    places(
      among,
      /(?<![\w.*-])\/(?:work|root|home|Users)\/[\w.-]+|(?<![\w-])\.\.\/share[d]\/|\b[A-Z]:\\Users/g,
      'A path of one machine means nothing on another: make it relative, or ask for it.',
    ),
  unfinished: (among: readonly File[]) =>
    places(
      among,
      /\b(?:TO[D]O|FIX[M]E|X{3}|TB[D])\b/g,
      'Finish it, or write an issue and leave the word out.',
    ),
  skipped: (among: readonly File[]) =>
    places(
      among,
      /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails)\b/g,
      'Let it run, or remove it. A test that needs what a machine may lack uses skipIf and prints why.',
    ),
  waivers: (among: readonly File[]) =>
    places(
      among,
      /biome-ignor[e]|@ts-(?:ignor[e]|nochec[k]|expect-erro[r])|eslint-disabl[e]/g,
      'Change the code so that it needs no waiver.',
    ),
  hosts: (among: readonly File[]) =>
    places(
      among,
      /\bhttps?:\/\/(?:\[[\w:]*\]|[^\s/'"`<>()\]}|,:?#\\]+)/g,
      'Add the host to test/house/hosts.txt and say why, or leave the address out.',
    ).filter((place) => {
      const host = (/:\/\/([^"]*)"/.exec(place)?.[1] ?? '').toLowerCase();
      return !isLocal(host) && !allowedHosts.includes(host);
    }),
  registries: (among: readonly File[]) =>
    places(
      among,
      /\bregistr[y]\.[\w-]+\.\w+|\bnpmj[s]\.(?:com|org)\b|"resolve[d]": "http[^"]*/g,
      'A lock file names versions and hashes only: npm config set omit-lockfile-registry-resolved true, then npm install.',
    ),
};

function isLocal(host: string): boolean {
  return (
    /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[[\w:]*\])$/.test(host) ||
    /(?:^|\.)(?:example|test|invalid)$|(?:^|\.)example\.(?:com|org|net)$/.test(host) ||
    host.includes('$')
  );
}

describe('the text of the repository', () => {
  test('names no path of one machine', () => expect(rules.machinePaths(files)).toEqual([]));
  test('names no package registry', () => expect(rules.registries(files)).toEqual([]));
  test('names only hosts of test/house/hosts.txt', () => {
    const linked = ours.filter(({ path }) => path !== 'package-lock.json');
    expect(rules.hosts(linked)).toEqual([]);
  });
  test('has no unfinished word', () => expect(rules.unfinished(ours)).toEqual([]));
  test('skips no test', () => expect(rules.skipped(code)).toEqual([]));
  test('waives no rule', () => expect(rules.waivers(code)).toEqual([]));
});

describe('each rule finds its offender', () => {
  const file = (text: string): readonly File[] => [{ path: 'a.md', text }];

  test('paths of one machine', () => {
    const text = ['see ', '/ho', 'me/ann/a.txt and framework/x/', '\n.', './share', 'd/x'].join('');
    expect(rules.machinePaths(file(text)).map((place) => place.split('"')[0])).toEqual([
      'a.md:1 ',
      'a.md:2 ',
    ]);
  });

  test('registries', () => {
    expect(rules.registries(file(['"resolv', 'ed": "https://a.example/a.tgz"'].join('')))).toHaveLength(1);
  });

  test('unknown hosts, but not this machine', () => {
    const text = ['http:', '//unknown.host/a, http://127.0.0.1:8080/, http://[::1]:80/, https://a.example/'];
    expect(rules.hosts(file(text.join('')))).toHaveLength(1);
  });

  test('unfinished words', () => {
    expect(rules.unfinished(file(['// TO', 'DO: later'].join('')))).toHaveLength(1);
  });

  test('skipped tests, but not those that say when', () => {
    const text = ['test.', "skip('a')\ntest.each([1]).", "only('b')\ntest.skipIf(x)('c')"].join('');
    expect(rules.skipped(file(text))).toHaveLength(1);
    expect(rules.skipped(file(['describe.concurrent', '.only'].join('')))).toHaveLength(1);
  });

  test('waivers', () => {
    expect(rules.waivers(file(['// biome-', 'ignore lint: x'].join('')))).toHaveLength(1);
  });
});
