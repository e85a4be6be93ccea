import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('bin/headroom.js', () => {
  test('says on an old Node which one is needed', () => {
    const old = 'Object.defineProperty(process, "versions", { value: { node: "20.20.2" } });';
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(old)}`,
        join(root, 'bin/headroom.js'),
        '--help',
      ],
      { encoding: 'utf8' },
    );
    expect(run.stderr).toContain('Headroom needs Node 22.18 or later; this is Node 20.20.2');
    expect(run.stdout).toBe('');
    expect(run.status).toBe(2);
  });
});

/** Slow, and of use before a release: `npm run test:long`. */
describe.skipIf(process.env['HEADROOM_TEST_LONG'] === undefined)('the package as others install it', () => {
  const folder = join(tmpdir(), `headroom-package-${process.pid}`);
  const installed = join(folder, 'user/node_modules/headroom');
  const headroom = (...args: readonly string[]) =>
    execFileSync(process.execPath, [join(installed, 'bin/headroom.js'), ...args], {
      cwd: join(folder, 'user'),
      encoding: 'utf8',
      env: { ...process.env, HEADROOM_WORKSPACE: join(folder, 'workspace') },
    });

  beforeAll(() => {
    const copy = join(folder, 'copy');
    const kept = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const path of kept.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path));
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: copy, stdio: ['ignore', 2, 2] });
    const { name, version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    // As an install would lay it out, without asking a registry: no optional peer is there.
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(folder, `${name}-${version}.tgz`),
      '-C',
      installed,
      '--strip-components=1',
    ]);
    for (const dependency of Object.keys(dependencies)) {
      const link = join(folder, 'user/node_modules', dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, 'node_modules', dependency), link, 'dir');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what runs and nothing that only builds or tests it', () => {
    for (const path of [
      'dist/cli/main.js',
      'dist/index.d.ts',
      'rules',
      'dashboards',
      'data',
      'LICENSE',
      'NOTICE',
    ])
      expect.soft(existsSync(join(installed, path)), path).toBe(true);
    for (const path of ['src', 'test', 'bench', 'node_modules', 'bin/build.js'])
      expect.soft(existsSync(join(installed, path)), path).toBe(false);
  });

  test('answers on the command line', () => {
    expect(headroom('--help')).toContain('advise');
    const advice = JSON.parse(headroom('advise', 'medway', '--period', '2024', '--json'));
    expect(advice.objectives).toHaveLength(59);
  });

  test('answers the worked cases, by SQL too', () => {
    expect(headroom('rules', 'test', 'lga-nps-2018')).toContain('The SQL says the same of');
    expect(headroom('rules', 'bench', 'lga-nps-2018', '--organisations', '2')).toContain(
      'SQL, the query alone',
    );
  });

  test('draws a chart without the optional packages for trends', () => {
    const out = join(folder, 'headroom.svg');
    headroom('render', 'headroom', '--organisation', 'medway', '--format', 'svg', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('<title');
  });

  test('is a library with named exports', () => {
    const script = "import('headroom').then((all) => console.log(Object.keys(all).join(' ')))";
    const names = execFileSync(process.execPath, ['-e', script], {
      cwd: join(folder, 'user'),
      encoding: 'utf8',
    });
    expect(names.split(' ').length).toBeGreaterThan(5);
    expect(names).not.toContain('default');
  });
});
