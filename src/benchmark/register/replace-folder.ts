import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';

/**
 * Replaces a folder by one that is filled beside it and gets its name once it is whole. Where filling fails, or the
 * program ends meanwhile, the folder is as it was.
 * @param fill writes all files into the folder that it is given, which is new and empty
 * @throws Problem WORKSPACE_BUSY where another program replaces it at the same time; what `fill` throws
 */
export async function replaceFolder(folder: string, fill: (staging: string) => Promise<void>): Promise<void> {
  settleFolder(folder);
  const staging = `${folder}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  mkdirSync(staging, { recursive: true });
  try {
    await fill(staging);
    if (existsSync(folder)) renameSync(folder, before(folder));
    renameSync(staging, folder);
  } catch (cause) {
    rmSync(staging, { recursive: true, force: true });
    if (cause instanceof Error && 'code' in cause && ['ENOTEMPTY', 'EEXIST'].includes(String(cause.code)))
      throw new Problem('WORKSPACE_BUSY', { file: folder, repair: 'Try again in a moment.' }, { cause });
    throw cause;
  }
  rmSync(before(folder), { recursive: true, force: true });
}

/** Gives a folder its name back where a program ended while it was being replaced; else takes away what was left over. */
export function settleFolder(folder: string): void {
  if (!existsSync(before(folder))) return;
  if (existsSync(folder)) rmSync(before(folder), { recursive: true, force: true });
  else renameSync(before(folder), folder);
}

function before(folder: string): string {
  return `${folder}.before`;
}
