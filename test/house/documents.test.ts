import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the documents', () => {
  test('link to files that are there', () => {
    const broken = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(path), link)))
        .map((link) => `${path} links to ${link}, which is not there. Correct the link or add the file.`),
    );
    expect(broken).toEqual([]);
  });

  test('name scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const known = Object.keys(scripts);
    const unknown = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm (?:run (?:-s )?)([a-z:]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !known.includes(name))
        .map((name) => `${path} says npm run ${name}. package.json has ${known.join(', ')}.`),
    );
    expect(unknown).toEqual([]);
  });

  test('keep every folder of the README on disk', () => {
    const readme = documents.find(({ path }) => path === 'README.md')?.text ?? '';
    const folders = [...readme.matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, folder = '']) => folder);
    expect(folders.length).toBeGreaterThan(4);
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });
});
