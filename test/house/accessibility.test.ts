import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';

const text = readFileSync(join(projectFolder, 'docs/accessibility.md'), 'utf8');

test('the page on accessibility has every criterion of levels A and AA once, with what was found', () => {
  const rows = [...text.matchAll(/^\| (\d\.\d\.\d+) \| [^|]+ \| (A|AA) \| ([^|]+) \| [^|]{5,} \|$/gm)];
  expect(new Set(rows.map(([, number]) => number)).size).toBe(rows.length);
  const of = (level: string) => rows.filter(([, , one]) => one === level).length;
  expect([of('A'), of('AA')]).toEqual([31, 24]);
  for (const [, number, , result] of rows)
    expect(['met', 'partly', 'not applicable'], number).toContain(result);
});

test('every test that the page on accessibility names is there', () => {
  const named = [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
});
