import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { serveVariables } from './serve-variables.ts';

const read = (name: string) => readFileSync(join(projectFolder, name), 'utf8');
const lines = (name: string) => read(name).split('\n');

describe('the image', () => {
  test('is of what the program needs when it runs, and of nothing else', () => {
    const copied = lines('Dockerfile')
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const name of copied) expect(existsSync(join(projectFolder, name)), name).toBe(true);
    const allowed = lines('.dockerignore').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect([...new Set(copied)].toSorted()).toEqual(allowed.toSorted());
    const { files } = JSON.parse(read('package.json'));
    for (const name of files.filter((one: string) => one !== 'dist'))
      expect(copied, name).toContain(name.split('/')[0]);
  });

  test('adds what is optional in the library, in the versions that are tested', () => {
    const { peerDependencies } = JSON.parse(read('package.json'));
    const dockerfile = read('Dockerfile');
    for (const [name, version] of Object.entries(peerDependencies))
      expect(dockerfile).toMatch(new RegExp(`["\\s]${name}@${String(version).replace('^', '\\^')}["\\s]`));
  });

  test('runs without rights, with one volume, and asks itself whether it lives', () => {
    const dockerfile = lines('Dockerfile');
    const at = (start: string) => dockerfile.findIndex((line) => line.startsWith(start));
    expect(at('USER node')).toBeGreaterThan(at('RUN mkdir /data'));
    expect(at('USER node')).toBeLessThan(at('ENTRYPOINT'));
    expect(dockerfile).toContain('VOLUME /data');
    expect(read('Dockerfile')).toContain('/health/live');
  });
});

test('the compose file says only variables that `serve` knows, and takes rights away', () => {
  const compose = read('compose.yaml');
  const said = [...compose.matchAll(/^ {6}(HEADROOM_\w+):/gm)].map(([, name]) => name);
  expect(said.length).toBeGreaterThan(0);
  for (const name of said) expect(serveVariables()).toContain(name);
  for (const line of ['read_only: true', '- ALL', 'no-new-privileges:true', '"127.0.0.1:8080:8080"'])
    expect(compose).toContain(line);
});
