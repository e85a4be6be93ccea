import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesStamp } from '../../src/kernel/files-stamp.ts';

const decided = (name: string) => name === 'decided';

test('a folder has another stamp after each change of its files, and the same while there is none', () => {
  const top = mkdtempSync(join(tmpdir(), 'headroom-stamp-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const folder = join(top, 'panels');
  const changes: readonly (() => void)[] = [
    () => {},
    () => mkdirSync(folder),
    () => mkdirSync(join(folder, 'one')),
    () => writeFileSync(join(folder, 'one/about.json'), '{"a": 1}'),
    () => writeFileSync(join(folder, 'one/about.json'), '{"a": 22}'),
    () => {
      writeFileSync(join(top, 'beside'), '{"a": 33}');
      renameSync(join(top, 'beside'), join(folder, 'one/about.json'));
    },
    () => renameSync(join(folder, 'one'), join(folder, 'two')),
    () => symlinkSync('two', join(folder, 'three')),
    () => rmSync(join(folder, 'two'), { recursive: true }),
    () => {
      renameSync(folder, join(top, 'elsewhere'));
      symlinkSync('elsewhere', folder);
    },
    () => writeFileSync(join(top, 'elsewhere/four'), 'behind a link'),
    () => rmSync(folder),
  ];
  const stamps = changes.map((change) => {
    change();
    const stamp = filesStamp(folder, decided);
    expect(stamp).not.toBeNull();
    expect(filesStamp(folder, decided)).toBe(stamp);
    return stamp;
  });
  expect(stamps.at(-1)).toBe(stamps[0]);
  expect(new Set(stamps).size).toBe(changes.length - 1);

  mkdirSync(join(folder, 'four/decided'), { recursive: true });
  const before = filesStamp(folder, decided);
  writeFileSync(join(folder, 'four/decided/given.kept'), 'x');
  expect(filesStamp(folder, decided)).toBe(before);
  expect(filesStamp(folder)).not.toBe(before);
});
