import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFile } from '../../../src/cli/terminal/write-file.ts';
import { inTemporaryFolder } from '../../app/fixture.ts';

const made = { content: '<svg id="headroom-a"/>', mark: 'id="headroom-' };

describe('a file that a command makes', () => {
  test('is there whole, and nothing else is', () =>
    inTemporaryFolder((folder) => {
      const file = join(folder, 'chart.svg');
      writeFile({ file, ...made });
      expect(readFileSync(file, 'utf8')).toBe(made.content);
      expect(readdirSync(folder)).toEqual(['chart.svg']);
    }));

  test('takes the place of one of its kind, and of an empty one', () =>
    inTemporaryFolder((folder) => {
      for (const before of ['<svg id="headroom-b"/>', '']) {
        const file = join(folder, 'chart.svg');
        writeFileSync(file, before);
        writeFile({ file, ...made });
        expect(readFileSync(file, 'utf8')).toBe(made.content);
      }
    }));

  test('does not take the place of anything else', () =>
    inTemporaryFolder((folder) => {
      const [other, inside, link] = ['other.svg', 'inside', 'link.svg'].map((name) => join(folder, name));
      writeFileSync(other ?? '', 'drawn by hand');
      mkdirSync(inside ?? '');
      symlinkSync(other ?? '', link ?? '');
      for (const file of [other, inside, link])
        expect(() => writeFile({ file: file ?? '', ...made })).toThrowError(
          expect.objectContaining({ code: 'FILE_EXISTS' }),
        );
      expect(readFileSync(other ?? '', 'utf8')).toBe('drawn by hand');
      expect(readdirSync(folder).sort()).toEqual(['inside', 'link.svg', 'other.svg']);
    }));

  test('in a folder that is not there is refused', () =>
    inTemporaryFolder((folder) => {
      expect(() => writeFile({ file: join(folder, 'nowhere/chart.svg'), ...made })).toThrowError(
        expect.objectContaining({ code: 'FILE_UNWRITABLE' }),
      );
    }));
});
