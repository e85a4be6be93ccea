import type { Effects } from '../kernel/effects.ts';
import { restoreBackup } from '../records/restore.ts';
import type { Workspace } from './workspace.ts';

/** Copies all that a workspace holds into one new file. @throws Problem FILE_EXISTS, FILE_UNWRITABLE */
export function backupWorkspace({ records }: Workspace, file: string): void {
  records.backup(file);
}

/**
 * Puts a backup in the place of what a workspace's folder holds, also where that is damaged.
 * @returns the file in which the workspace is as it was before; null where there was none
 * @throws Problem FILE_MISSING, BACKUP_BROKEN, FILE_EXISTS, WORKSPACE_BUSY, WORKSPACE_BROKEN; the workspace is then as it was
 */
export function restoreWorkspace(folder: string, file: string, effects: Effects, by: string): string | null {
  return restoreBackup(file, folder, effects, by).before;
}
