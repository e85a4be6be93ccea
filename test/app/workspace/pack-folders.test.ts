import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newRules } from '../../../src/app/rules/new-rules.ts';
import { packFolders } from '../../../src/app/workspace/pack-folders.ts';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { inTemporaryFolder, rules, withWorkspace } from '../fixture.ts';

const shipped = join(projectFolder, 'rules');

describe('rules of one’s own', () => {
  test('are found beside those of the project, from their folder or from the one above it', async () => {
    await inTemporaryFolder((folder) => {
      newRules({ id: 'mine', name: 'Mine', levels: '0 None, 1 All', folder });
      const expected = [...packFolders(shipped, null).keys(), 'mine'].sort();
      for (const own of [folder, join(folder, 'mine')]) {
        const found = packFolders(shipped, own);
        expect([...found.keys()]).toEqual(expected);
        expect(found.get('mine')).toBe(join(folder, 'mine'));
      }
    });
  });

  test('are used by a workspace', async () => {
    await inTemporaryFolder(async (folder) => {
      cpSync(join(rules, 'allotment'), join(folder, 'allotment'), { recursive: true });
      await withWorkspace(
        ({ pack, packFolder }) => {
          expect(pack('allotment').id).toBe('allotment');
          expect(packFolder('allotment')).toBe(join(folder, 'allotment'));
        },
        { rules: shipped, ownRules: folder, sources: null },
      );
    });
  });

  test('do not hide rules of the project that have the same id', async () => {
    await inTemporaryFolder((folder) => {
      newRules({ id: 'lga-nps-2018', name: 'Mine', levels: '0 None, 1 All', folder });
      expect(() => packFolders(shipped, folder)).toThrow(/Seen: lga-nps-2018/);
    });
  });

  test('that are not there are a problem, not an empty list', async () => {
    await inTemporaryFolder((folder) => {
      expect(() => packFolders(shipped, folder)).toThrow(/no folder with a framework\.json/);
      expect(() => packFolders(shipped, join(folder, 'none'))).toThrow(/no such folder/);
    });
  });

  test('may be the folder of the project itself', () =>
    expect(packFolders(shipped, shipped)).toEqual(packFolders(shipped, null)));
});
