import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A text that changes with the files in a folder and in those below it: with their names, sizes and times, none of them
 * is read. Null where it changes while it is looked at; a folder that is not there has a stamp too.
 * @param except names of folders and files that do not count
 */
export function filesStamp(folder: string, except: readonly string[] = []): string | null {
  try {
    return stampOf(folder, except);
  } catch (thrown) {
    const gone =
      thrown instanceof Error && 'code' in thrown && ['ENOENT', 'ENOTDIR'].includes(`${thrown.code}`);
    return gone && lstatSync(folder, { throwIfNoEntry: false }) === undefined ? 'none' : null;
  }
}

function stampOf(folder: string, except: readonly string[]): string {
  const parts = [`${lstatSync(folder).ino}`];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (except.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) parts.push(`${entry.name}/ ${stampOf(path, except)}`);
    else {
      const { ino, size, mtimeMs, ctimeMs } = lstatSync(path);
      parts.push(`${entry.name} ${ino} ${size} ${mtimeMs} ${ctimeMs}`);
    }
  }
  return parts.join('\n');
}
