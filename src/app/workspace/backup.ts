import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Effects } from '../../kernel/effects.ts';
import { restoreBackup } from '../../records/restore.ts';
import type { Workspace } from './workspace.ts';

/** Copies all that a workspace holds into one new file. @throws Problem FILE_EXISTS, FILE_UNWRITABLE */
export function backupWorkspace({ records }: Workspace, file: string): void {
  records.backup(file);
}

/** Folders of a workspace that hold what came in as files of others, and can come in again. */
const fromFiles = ['panels', 'register', 'published'] as const;

/** What a workspace holds beside its records, which no backup has: folders with something in them, in a fixed order. */
export function leftOutOfBackup({ folder }: Workspace): readonly string[] {
  return fromFiles.filter((name) => {
    const path = join(folder, name);
    return existsSync(path) && readdirSync(path).length > 0;
  });
}

/**
 * Puts a backup in the place of what a workspace's folder holds, also where that is damaged.
 * @returns the file in which the workspace is as it was before; null where there was none
 * @throws Problem FILE_MISSING, BACKUP_BROKEN, FILE_EXISTS, WORKSPACE_BUSY, WORKSPACE_BROKEN; the workspace is then as it was
 */
export function restoreWorkspace(folder: string, file: string, effects: Effects, by: string): string | null {
  return restoreBackup(file, folder, effects, by).before;
}
