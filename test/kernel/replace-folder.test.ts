import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discardFolder, replaceFolder, settleFolder } from '../../src/kernel/replace-folder.ts';

let place = '';
let folder = '';

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'headroom-replace-'));
  folder = join(place, 'held');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const fill = (name: string, replace = true) =>
  replaceFolder(folder, async ({ beside, scratch }) => {
    writeFileSync(join(beside, name), '');
    writeFileSync(join(scratch, name), '');
    return { answer: name, replace };
  });

describe('a folder that is replaced', () => {
  test('is the new one, the old one where nothing shall be replaced, and leaves nothing beside it', async () => {
    expect(await fill('first')).toBe('first');
    await fill('second');
    expect(await fill('third', false)).toBe('third');
    expect(readdirSync(folder)).toEqual(['second']);
    expect(readdirSync(place)).toEqual(['held']);
  });

  test('stays where what fills the new one fails', async () => {
    await fill('first');
    const failing = replaceFolder(folder, async ({ beside }) => {
      writeFileSync(join(beside, 'half'), '');
      throw new Error('full');
    });
    await expect(failing).rejects.toThrow('full');
    expect([readdirSync(place), readdirSync(folder)]).toEqual([['held'], ['first']]);
  });

  test('is found again where a program ended between its two names, or after them', async () => {
    await fill('first');
    renameSync(folder, join(place, '.old-held'));
    settleFolder(folder);
    expect(readdirSync(folder)).toEqual(['first']);
    mkdirSync(join(place, '.old-held'));
    settleFolder(folder);
    expect([readdirSync(place), readdirSync(folder)]).toEqual([['held'], ['first']]);
  });

  test('is read while another program replaces it, but for the moment between its two names', async () => {
    await fill('first');
    mkdirSync(join(place, '.old-held'));
    writeFileSync(join(place, '.busy-held'), String(process.pid));
    settleFolder(folder);
    expect(existsSync(join(place, '.old-held'))).toBe(true);
    renameSync(folder, join(place, '.new-held'));
    expect(() => settleFolder(folder)).toThrow(expect.objectContaining({ code: 'WORKSPACE_BUSY' }));
    await expect(fill('second')).rejects.toMatchObject({ code: 'WORKSPACE_BUSY' });
    expect(() => discardFolder(folder)).toThrow(expect.objectContaining({ code: 'WORKSPACE_BUSY' }));
  });
});

describe('a folder that is taken away', () => {
  test('is gone', async () => {
    await fill('first');
    discardFolder(folder);
    expect(readdirSync(place)).toEqual([]);
  });

  test('does not come back where a program ended meanwhile', async () => {
    await fill('first');
    writeFileSync(join(place, '.gone-held'), '');
    renameSync(folder, join(place, '.old-held'));
    settleFolder(folder);
    expect(readdirSync(place)).toEqual([]);
  });

  test('is there still where a program ended before it had begun, and can be replaced safely', async () => {
    await fill('first');
    writeFileSync(join(place, '.gone-held'), '');
    await fill('second', false);
    expect([readdirSync(place), readdirSync(folder)]).toEqual([['held'], ['first']]);
  });
});
